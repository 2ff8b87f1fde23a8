import { emptyLedger, type Ledger } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { readiness } from './readiness.js'

const ledger: Ledger = emptyLedger
const saved = { kind: 'saved' } as const

test('[G1] one may sign when everything written here is saved', () => {
  expect(readiness({ save: saved, connected: true, ledger })).toEqual({ kind: 'ready' })
})

test('[G1] while the last changes are being saved, signing waits for them', () => {
  expect(readiness({ save: { kind: 'saving' }, connected: true, ledger }).kind).toBe('waiting')
})

test('[G7] offline, signing is refused with the reason', () => {
  for (const save of [saved, { kind: 'offline' }, { kind: 'device-only' }] as const) {
    expect(readiness({ save, connected: false, ledger })).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(/connection/),
    })
  }
})

test('[D3] [G1] while the store is in trouble, signing is refused and says why', () => {
  const save = { kind: 'unsaved', why: 'The disk is full' } as const
  expect(readiness({ save, connected: true, ledger })).toMatchObject({
    kind: 'refused',
    why: expect.stringMatching(/disk is full/),
  })
})

test('[G5] a completed record takes no sign-offs', () => {
  expect(readiness({ save: saved, connected: true, ledger: { ...ledger, locked: true } }).kind).toBe('refused')
})

test('[G1] whoever may only read and is asked to sign, may', () => {
  expect(readiness({ save: { kind: 'read-only', why: 'You may read.' }, connected: true, ledger })).toEqual({
    kind: 'ready',
  })
})

test('[G6] nobody signs where the log is damaged, and it says so', () => {
  const broken = { ...ledger, refusal: 'The log is damaged.' }
  expect(readiness({ save: saved, connected: true, ledger: broken })).toEqual({
    kind: 'refused',
    why: 'The log is damaged.',
  })
})
