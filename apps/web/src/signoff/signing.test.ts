import { emptyLedger, type SignRequest } from '@colophon/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSigning, type Outcome, type Wish } from './signing.js'

const line = { role: 'pm', label: 'Product Manager' }
const approve: Wish = { decision: 'approve', meaning: 'approved', comment: '' }
const moved = new Error('moved')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wrong = new Error('wrong password')

function start({ answer = async () => emptyLedger, look = async () => 'seen', asks = false } = {}) {
  const sent: SignRequest[] = []
  const outcomes: Outcome['kind'][] = []
  const signing = createSigning({
    look,
    async send(request) {
      sent.push(request)
      return answer()
    },
    asksPassword: () => asks,
    refusedBy(error) {
      if (error === wrong) return { kind: 'password', isWrong: true }
      return error === moved ? { kind: 'moved', fingerprint: 'new', changes: [] } : undefined
    },
    onLedger: () => undefined,
    onOutcome: ({ kind }) => outcomes.push(kind),
  })
  return { signing, sent, outcomes }
}

test('[G1] a decision is sent after five seconds, with the fingerprint of the moment of the tick', async () => {
  let text = 'at the tick'
  const { signing, sent, outcomes } = start({ look: async () => text })
  signing.begin(line, approve)
  text = 'later'
  expect(signing.at('pm')).toMatchObject({ kind: 'waiting' })
  await vi.advanceTimersByTimeAsync(4_999)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toEqual([{ role: 'pm', decision: 'approve', meaning: 'approved', fingerprint: 'at the tick' }])
  expect(outcomes).toEqual(['begun', 'done'])
  expect(signing.at('pm')).toBeUndefined()
})

test('[G4] undone in that time, nobody is told', async () => {
  const { signing, sent, outcomes } = start()
  signing.begin(line, approve)
  await vi.advanceTimersByTimeAsync(4_000)
  signing.undo('pm')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
  expect(outcomes).toEqual(['begun', 'undone'])
  expect(signing.isUnderWay()).toBe(false)
})

test('[G7] leaving the page sends nothing', async () => {
  const { signing, sent } = start()
  signing.begin(line, approve)
  expect(signing.isUnderWay()).toBe(true)
  signing.leave()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
})

test('[G7] what could not be looked at is not sent later', async () => {
  const { signing, sent, outcomes } = start({ look: () => Promise.reject(new Error('offline')) })
  signing.begin(line, approve)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
  expect(outcomes).toEqual(['begun', 'failed'])
})

test('[G1] a text that has moved is put before its reader, who signs what it is now, or does not', async () => {
  let isMoved = true
  const { signing, sent } = start({
    async answer() {
      if (isMoved) throw moved
      return emptyLedger
    },
  })
  signing.begin(line, approve)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(signing.at('pm')).toMatchObject({ kind: 'moved', fingerprint: 'new', line })
  expect(signing.isUnderWay()).toBe(false)
  isMoved = false
  signing.begin(line, approve, 'new')
  expect(signing.at('pm')?.kind).toBe('waiting')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sent.map(({ fingerprint }) => fingerprint)).toEqual(['seen', 'new'])
})

test('[G4] a second press while it is being sent changes nothing', async () => {
  const answered = new Map<'it', () => void>()
  const { signing, sent } = start({
    answer: () => new Promise((resolve) => answered.set('it', () => resolve(emptyLedger))),
  })
  signing.begin(line, approve)
  await vi.advanceTimersByTimeAsync(5_000)
  signing.undo('pm')
  signing.begin(line, { decision: 'withdraw' })
  await vi.advanceTimersByTimeAsync(5_000)
  answered.get('it')?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.map(({ decision }) => decision)).toEqual(['approve'])
})

test('[A3] where the workspace wants it, the password is asked for first, and again where it was wrong', async () => {
  let isWrong = true
  const { signing, sent } = start({
    asks: true,
    async answer() {
      if (isWrong) throw wrong
      return emptyLedger
    },
  })
  signing.begin(line, approve)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(signing.at('pm')).toMatchObject({ kind: 'password', isWrong: false })
  signing.confirm('pm', 'a moth')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(signing.at('pm')).toMatchObject({ kind: 'password', isWrong: true })
  isWrong = false
  signing.confirm('pm', 'a moth in relay seventy')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sent.map(({ password }) => password)).toEqual(['a moth', 'a moth in relay seventy'])
  expect(signing.at('pm')).toBeUndefined()
})
