import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from '../../sync/meters/statistics.js'
import type { Visit } from '../pages/visit.js'
import { mainThread } from './main-thread.js'

export interface KeyFigures {
  /** From a key to the frame that shows it. */
  readonly p50Ms: number
  readonly p95Ms: number
  /** What the page's main thread did meanwhile, for each key and in all. */
  readonly workMs: number
  readonly busyShare: number
}

/** Puts the caret behind the first paragraph of rich text. */
export async function goToText({ page }: Visit): Promise<void> {
  await page.getByText('A token-bucket limiter in front of').click()
  await page.keyboard.press('End')
}

/** Presses keys one by one, as fast as people do, wherever the caret is. */
export async function measureKeys({ page, devtools }: Visit, count: number): Promise<KeyFigures> {
  await page.evaluate(() => window.bench.takeKeys())
  const thread = await mainThread(devtools)
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press(sentence.charAt(key % sentence.length))
    // Uneven, so that no key is in step with the frames.
    await wait(90 + ((key * 37) % 53))
  }
  const { workMs, tookMs } = await thread()
  const keys = await page.evaluate(() => window.bench.takeKeys())
  return {
    p50Ms: percentile(keys, 0.5),
    p95Ms: percentile(keys, 0.95),
    workMs: workMs / count,
    busyShare: workMs / tookMs,
  }
}

const sentence = 'the limiter sheds load per tenant before the queue fills up and says so '
