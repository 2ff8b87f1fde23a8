import type { Page } from '@playwright/test'
import { percentile } from '../../sync/meters/statistics.js'

export interface RemoteFigures {
  /** From somebody else's key to the frame that shows it. */
  readonly p50Ms: number
  readonly p95Ms: number
}

/** Begins to watch somebody else's text grow. @returns how long each of their keys took, once they say when they pressed them. */
export async function watchRemote(
  page: Page,
  selector: string,
): Promise<(pressedAt: readonly number[]) => Promise<RemoteFigures>> {
  await page.evaluate((text) => window.bench.watch(text), selector)
  return async (pressedAt) => {
    const ahead = await clockAhead(page)
    const count = pressedAt.length
    await page.waitForFunction((all) => window.bench.takeSeen().length >= all, count)
    const seen = await page.evaluate(() => window.bench.takeSeen())
    const latencies = pressedAt
      .slice(firstCounted)
      .map((at, key) => (seen[key + firstCounted] ?? Number.NaN) - ahead - at)
    return { p50Ms: percentile(latencies, 0.5), p95Ms: percentile(latencies, 0.95) }
  }
}

/** Somebody's first keys are met by code that has not run yet. */
const firstCounted = 10

/** By how much the page's clock is ahead of this process's, milliseconds: the quickest of some questions says it best. */
async function clockAhead(page: Page): Promise<number> {
  let best = { tookMs: Number.POSITIVE_INFINITY, ahead: 0 }
  for (let question = 0; question < 20; question += 1) {
    const asked = now()
    const there = await page.evaluate(() => window.bench.now())
    const tookMs = now() - asked
    if (tookMs < best.tookMs) best = { tookMs, ahead: there - (asked + tookMs / 2) }
  }
  return best.ahead
}

const now = () => performance.timeOrigin + performance.now()
