import { type Browser, chromium } from '@playwright/test'
import { chromiumLaunch } from '../../chromium.js'
import { seatCrowd } from './crowd/crowd.js'
import { countEditors, heapBytes } from './meters/heap.js'
import { goToText, measureKeys } from './meters/keys.js'
import { watchRemote } from './meters/remote.js'
import type { ColophonSubject } from './pages/colophon.js'
import type { Subject, SubjectId } from './pages/subject.js'
import { type Visit, visit, weigh } from './pages/visit.js'
import { weighedBytes } from './pages/weighed.js'
import { type Seating, seating } from './seating.js'

/** What was measured of a page, by name; times in milliseconds, sizes in kilobytes. */
export type Figures = Readonly<Record<string, number>>

export interface Bench {
  readonly colophon: ColophonSubject
  readonly baseline: Subject
  /** The source of the probe. */
  readonly probe: string
  /** How many keys are pressed in each measurement of typing. */
  readonly keys: number
}

/** Measures both pages once, each step of one beside the same step of the other, each page in a browser of its own. */
export async function repeat(bench: Bench): Promise<Record<SubjectId, Figures>> {
  const { colophon, baseline } = bench
  const subjects = [colophon, baseline]
  const figures: Record<SubjectId, Figures> = { colophon: {}, baseline: {} }
  const note = (id: SubjectId, more: Figures) => {
    figures[id] = { ...figures[id], ...more }
  }
  for (const subject of subjects) note(subject.id, await inBrowser((browser) => openAndType(browser, subject, bench)))
  note('colophon', await inBrowser((browser) => withOthers(browser, bench)))
  for (const subject of subjects) note(subject.id, await inBrowser((browser) => memoryOf(browser, subject, bench)))
  const listKb = kb(await inBrowser((browser) => weigh(browser, colophon.list)))
  note('colophon', { listKb, readKb: kb(await weighedBytes('a record')) })
  return figures
}

async function inBrowser<Found>(measure: (browser: Browser) => Promise<Found>): Promise<Found> {
  const browser = await chromium.launch(chromiumLaunch)
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}

async function openAndType(browser: Browser, subject: Subject, { probe, keys }: Bench): Promise<Figures> {
  const seen = await visit(browser, await subject.place('sample'), probe)
  const { firstByteMs, readableMs, keyMs } = seen.opening
  await goToText(seen)
  const typed = await measureKeys(seen, keys)
  return {
    keyAfterByteMs: keyMs - firstByteMs,
    readAfterByteMs: readableMs - firstByteMs,
    readableMs,
    keyMs,
    allKb: kb(await seen.scriptBytes()),
    keyP50Ms: typed.p50Ms,
    keyP95Ms: typed.p95Ms,
    keyWorkMs: typed.workMs,
  }
}

/** One person’s keys on the screen, then one’s own while a whole meeting writes. */
async function withOthers(browser: Browser, { colophon, probe, keys }: Bench): Promise<Figures> {
  const placed = await colophon.place('sample')
  const seen = await visit(browser, placed, probe)
  await goToText(seen)
  const one = await beside(seen, seating(placed, 1, keys), async () => undefined)
  const all = await beside(seen, seating(placed, placed.doors.length, keys), () => measureKeys(seen, keys))
  return {
    remoteP50Ms: one.remote.p50Ms,
    remoteP95Ms: one.remote.p95Ms,
    crowdRemoteP50Ms: all.remote.p50Ms,
    crowdRemoteP95Ms: all.remote.p95Ms,
    crowdKeyP50Ms: all.own.p50Ms,
    crowdKeyP95Ms: all.own.p95Ms,
    crowdBusyPercent: all.own.busyShare * 100,
  }
}

async function beside<Own>(seen: Visit, { task, watched }: Seating, act: () => Promise<Own>) {
  const crowd = await seatCrowd(task)
  try {
    const latencies = await watchRemote(seen.page, watched)
    crowd.type()
    const own = await act()
    return { own, remote: await latencies(await crowd.done) }
  } finally {
    await crowd.end()
  }
}

async function memoryOf(browser: Browser, subject: Subject, { probe }: Bench): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const text of ['sample', 'megabyte'] as const) {
    const seen = await visit(browser, await subject.place(text), probe)
    figures[`${text}HeapKb`] = kb(await heapBytes(seen))
    await seen.page.evaluate(() => window.bench.readThrough())
    figures[`${text}ReadHeapKb`] = kb(await heapBytes(seen))
    figures[`${text}Editors`] = await countEditors(seen)
    await seen.leave()
  }
  return figures
}

const kb = (bytes: number) => bytes / 1_000
