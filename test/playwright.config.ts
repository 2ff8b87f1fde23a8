import { defineConfig } from '@playwright/test'

/** Each test file starts its own server process on its own port, with its own folder of data. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'artefacts/results',
  reporter: [['list'], ['html', { outputFolder: 'artefacts/report', open: 'never' }]],
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
