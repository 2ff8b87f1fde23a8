import { describe, expect, test } from 'vitest'
import type { Identity } from '../sync/rooms.js'
import { type Access, judge, mayInvite } from './access.js'

const person = (role: Identity['role']): Identity => ({ kind: 'person', id: 'p', name: 'P', role })
const service: Identity = { kind: 'service', id: 'service', name: 'Automation', role: 'admin' }
const token: Identity = { kind: 'token', id: 't', name: 'T (P)', role: 'member', maker: 'p' }

describe('access', () => {
  test.each<[Access, Identity | undefined, ReturnType<typeof judge>]>([
    [{ who: 'anyone' }, undefined, 'granted'],
    [{ who: 'viewer' }, undefined, 'unknown-caller'],
    [{ who: 'viewer' }, person('viewer'), 'granted'],
    [{ who: 'member' }, person('viewer'), 'role-too-low'],
    [{ who: 'member' }, person('member'), 'granted'],
    [{ who: 'member' }, person('admin'), 'granted'],
    [{ who: 'admin' }, person('member'), 'role-too-low'],
    [{ who: 'admin' }, service, 'granted'],
    [{ who: 'member', personOnly: true }, service, 'not-a-person'],
    [{ who: 'member', personOnly: true }, person('viewer'), 'role-too-low'],
    [{ who: 'member', personOnly: true }, token, 'not-a-person'],
    [{ who: 'member', noTokens: true }, token, 'not-a-person'],
    [{ who: 'member', noTokens: true }, service, 'granted'],
    [{ who: 'member', noTokens: true }, person('member'), 'granted'],
    [{ who: 'member' }, token, 'granted'],
    [{ who: 'admin' }, token, 'role-too-low'],
  ])('[A2] %j and %j make %s', (access, identity, verdict) => {
    expect(judge(access, identity)).toBe(verdict)
  })

  test('[A2] nobody lets others in with more than they have, and a reader nobody at all', () => {
    const roles = ['viewer', 'member', 'admin'] as const
    const offered = roles.map((role) => roles.filter((invited) => mayInvite({ role }, invited)))
    expect(offered).toEqual([[], ['viewer', 'member'], ['viewer', 'member', 'admin']])
  })
})
