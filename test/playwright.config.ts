import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './chromium.js'

/** Each test file starts its own server process on its own port, with its own folder of data. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'artefacts/results',
  reporter: [['list'], ['html', { outputFolder: 'artefacts/report', open: 'never' }]],
  fullyParallel: false,
  workers: 2,
  // What takes longest first, so that nothing long is left at the end.
  projects: [
    { name: 'screens', testMatch: 'screens.spec.ts' },
    { name: 'stories', testIgnore: 'screens.spec.ts' },
  ],
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // With its snapshots of a record's page a trace costs several times what is tested.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    actionTimeout: 60_000,
    launchOptions: chromiumLaunch,
  },
})
