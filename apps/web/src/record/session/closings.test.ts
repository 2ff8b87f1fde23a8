import { closeCode } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { closingOf, comesBack } from './closings.js'

const { policy, tooLarge, restart, tryLater, signedOut, rightsChanged, rightRevoked, restored } = closeCode

test('[D9] what the server refuses is not sent again: the copy is set aside, with the reason', () => {
  expect(closingOf(policy)).toEqual({ next: 'set-aside', cause: 'refused' })
  expect(closingOf(tooLarge)).toEqual({ next: 'set-aside', cause: 'too-large' })
  expect(closingOf(restored)).toEqual({ next: 'set-aside', cause: 'restored' })
})

test('[D9] a server that restarts is asked again soon, and one that has too much to do later', () => {
  expect(closingOf(restart)).toEqual({ next: 'reconnect', when: 'soon' })
  expect(closingOf(tryLater)).toEqual({ next: 'reconnect', when: 'later' })
})

test('[D9] whoever was signed out, or has another role now, is asked about over HTTP, and whoever may not be here stays away', () => {
  expect(closingOf(signedOut)).toEqual({ next: 'ask' })
  expect(closingOf(rightsChanged)).toEqual({ next: 'ask' })
  expect(closingOf(rightRevoked)).toEqual({ next: 'leave' })
})

test('[D9] a page comes back after every closing but those that end it for good', () => {
  const stays = Object.values(closeCode).filter((code) => !comesBack(closingOf(code)))
  expect(stays.toSorted((a, b) => a - b)).toEqual([policy, tooLarge, rightRevoked, restored])
})

test('[D9] a line that broke, and a code that is none of the server’s, is a lost connection', () => {
  for (const code of [1000, 1001, 1002, 1005, 1006, 1007, 1011, 1015, 3000, 4999, Number.NaN]) {
    expect(closingOf(code)).toEqual({ next: 'reconnect', when: 'soon' })
  }
})
