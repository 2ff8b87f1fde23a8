import type { Change } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { createFollower, type FollowerOptions } from './follower.js'
import type { News } from './news.js'
import { awayMs, type Memory, type Moment } from './visit.js'

const minute = 60_000
const change: Change = { kind: 'text', path: '@NAME', label: 'Name', where: '', before: '', after: 'Colophon' }

/** A browser that keeps one visit, and a record that somebody else may change. */
function openBrowser() {
  let kept: Memory | undefined
  let clock = 0
  let version = 0
  const look = (): Moment => ({ at: clock, texts: [], vector: Uint8Array.of(version) })
  /** A page, from its opening to its end. */
  function openPage(options: Partial<FollowerOptions> = {}) {
    const told: News[] = []
    const follower = createFollower({
      store: {
        read: async () => kept,
        async write(memory) {
          kept = memory
        },
      },
      now: () => clock,
      look,
      compare: async (before, after) => (before.vector[0] === after.vector[0] ? [] : [change]),
      onNews: (news) => told.push(news),
      ...options,
    })
    return { ...follower, told, news: () => told.at(-1) }
  }
  return {
    openPage,
    wait(ms: number) {
      clock += ms
    },
    somebodyWrites() {
      version += 1
    },
  }
}

test('[U8] a first visit says nothing', async () => {
  const page = openBrowser().openPage()
  await page.arrive()
  expect(page.news()).toEqual({ kind: 'first' })
})

test('[U8] what happened after a visit had ended is told at the next one, and when that was', async () => {
  const browser = openBrowser()
  const first = browser.openPage()
  await first.arrive()
  browser.wait(minute)
  await first.leave()
  browser.somebodyWrites()
  browser.wait(awayMs)
  const second = browser.openPage()
  await second.arrive()
  expect(second.news()).toEqual({ kind: 'some', since: minute, changes: [change] })
})

test('[U8] what happens before one’s eyes is no news', async () => {
  const browser = openBrowser()
  const first = browser.openPage()
  await first.arrive()
  browser.somebodyWrites()
  await first.leave()
  browser.wait(awayMs)
  const second = browser.openPage()
  await second.arrive()
  expect(second.news()).toEqual({ kind: 'none' })
})

test('[U8] a reload, or a short look elsewhere, ends no visit and keeps what was told', async () => {
  const browser = openBrowser()
  const first = browser.openPage()
  await first.arrive()
  await first.leave()
  browser.somebodyWrites()
  browser.wait(awayMs)
  const second = browser.openPage()
  await second.arrive()
  await second.leave()
  browser.wait(awayMs - 1)
  await second.arrive()
  expect(second.news()).toMatchObject({ kind: 'some', since: 0 })
  await second.leave()
  const third = browser.openPage()
  await third.arrive()
  expect(third.news()).toMatchObject({ kind: 'some', since: 0 })
})

test('[U8] a page that is hidden for long begins a new visit when it is shown again', async () => {
  const browser = openBrowser()
  const page = browser.openPage()
  await page.arrive()
  await page.leave()
  browser.somebodyWrites()
  browser.wait(awayMs)
  // Nobody is there to see it.
  await page.stay()
  await page.arrive()
  expect(page.news()).toMatchObject({ kind: 'some', changes: [change] })
})

test('[U8] what is dismissed is not told again', async () => {
  const browser = openBrowser()
  const first = browser.openPage()
  await first.arrive()
  await first.leave()
  browser.somebodyWrites()
  browser.wait(awayMs)
  const second = browser.openPage()
  await second.arrive()
  await second.dismiss()
  expect(second.news()).toEqual({ kind: 'none' })
  const third = browser.openPage()
  await third.arrive()
  expect(third.told).toEqual([{ kind: 'none' }])
})

test('[U5] a browser that keeps nothing says nothing, each time', async () => {
  const browser = openBrowser()
  const refused = () => Promise.reject(new DOMException('Denied.', 'SecurityError'))
  const store = { read: refused, write: refused }
  for (let i = 0; i < 2; i++) {
    const page = browser.openPage({ store })
    await page.arrive()
    await page.leave()
    expect(page.told).toEqual([{ kind: 'first' }])
    browser.somebodyWrites()
    browser.wait(awayMs)
  }
})
