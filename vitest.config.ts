import { defineConfig } from 'vitest/config'

/** One project a package; sources are taken directly, so that no build stands between an edit and its test. */
const sources = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

export default defineConfig({
  test: {
    // On a machine with two cores it would be one, and half of the tests' time is waiting for processes and disks.
    maxWorkers: 2,
    projects: [
      {
        ...sources,
        test: { name: 'template', root: 'packages/template', include: ['src/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        ...sources,
        test: { name: 'protocol', root: 'packages/protocol', include: ['src/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        ...sources,
        test: { name: 'audit', root: 'packages/audit', include: ['src/**/*.test.ts'], testTimeout: 60_000 },
      },
      { ...sources, test: { name: 'cli', root: 'apps/cli', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      { ...sources, test: { name: 'server', root: 'apps/server', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        ...sources,
        test: { name: 'web', root: 'apps/web', include: ['src/**/*.test.ts'], css: true, testTimeout: 60_000 },
      },
      {
        ...sources,
        test: { name: 'bench', root: 'test/bench', include: ['{sync,web}/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/template/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
