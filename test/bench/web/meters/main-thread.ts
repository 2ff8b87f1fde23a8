import type { CDPSession } from '@playwright/test'

/** Starts to count what the page's main thread does. @returns a way to end that; milliseconds. */
export async function mainThread(devtools: CDPSession): Promise<() => Promise<{ workMs: number; tookMs: number }>> {
  await devtools.send('Performance.enable')
  const before = await read(devtools)
  return async () => {
    const after = await read(devtools)
    return { workMs: after.workMs - before.workMs, tookMs: after.atMs - before.atMs }
  }
}

async function read(devtools: CDPSession) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { workMs: seconds('TaskDuration') * 1_000, atMs: seconds('Timestamp') * 1_000 }
}
