import { defineConfig } from 'vitest/config'

/** The short forms of the acceptance runs. They start the built server, so `pnpm build` comes before them. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    name: 'accept',
    root: new URL('.', import.meta.url).pathname,
    include: ['runs/*.test.ts'],
    testTimeout: 600_000,
    // Most of a run's time is waiting for a process to start or to end.
    maxWorkers: 3,
  },
})
