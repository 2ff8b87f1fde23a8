import { fingerprintSchema, ledgerSchema, recordDetailsSchema } from '@colophon/protocol'
import { implementationRecord } from '@colophon/template'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let member: Browser
let viewer: Browser
let id: string

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  member = await server.person('member')
  viewer = await server.person('viewer')
})
afterAll(() => server.close())

beforeEach(async () => {
  const response = await admin.send('POST', '/api/v1/records', {})
  id = recordDetailsSchema.parse(await response.json()).id
})

const markdown = async (query = '') => (await admin.get(`/api/v1/records/${id}/markdown${query}`)).text()

async function fingerprint(): Promise<string> {
  const response = await admin.get(`/api/v1/records/${id}/fingerprint`)
  return fingerprintSchema.parse(await response.json()).fingerprint
}

async function sign(by: Browser, role: string, decision = 'approve', seen?: string) {
  return by.send('POST', `/api/v1/records/${id}/signoffs`, {
    role,
    decision,
    fingerprint: seen ?? (await fingerprint()),
  })
}

describe('the file', () => {
  test('[T1] [U4] an untouched record is the template byte for byte, as UTF-8 Markdown', async () => {
    const response = await admin.get(`/api/v1/records/${id}/markdown`)
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.equals(Buffer.from(implementationRecord))).toBe(true)
  })

  test('unfilled slots can be printed as N/A or left out', async () => {
    expect(await markdown('?unfilled=na')).not.toContain('{{')
    expect(await markdown('?unfilled=na')).toContain('N/A')
    const omitted = await markdown('?unfilled=omit')
    expect(omitted).not.toContain('{{')
    expect(omitted).not.toContain('N/A')
  })

  test('the status is the template’s own, or the record’s real one', async () => {
    expect(await markdown()).toContain('status: "completed"')
    expect(await markdown('?status=live')).toContain('status: "draft"')
  })

  test('an unknown way of printing is refused by name', async () => {
    const response = await admin.get(`/api/v1/records/${id}/markdown?unfilled=maybe`)
    expect(response.status).toBe(400)
    await expect(response.json()).resolves.toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining('unfilled'),
    })
  })
})

describe('sign-offs', () => {
  test('[G1] [G2] a tick names the person, the day and what was signed, and is printed', async () => {
    const seen = await fingerprint()
    const response = await sign(member, 'qa')
    expect(response.status).toBe(200)
    const ledger = ledgerSchema.parse(await response.json())
    const line = ledger.signoffs.find(({ role }) => role === 'qa')
    expect(line?.signed).toMatchObject({ person: { name: 'Member' }, fingerprint: seen })
    const day = line?.signed?.at.slice(0, 10)
    expect(await markdown()).toContain(`- **QA Lead**: Member (${day})`)
    expect(await markdown()).toContain('{{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})')
    await expect((await admin.get(`/api/v1/records/${id}`)).json()).resolves.toMatchObject({
      signed: { filled: 1, total: 4 },
      ledger: { version: 1 },
    })
  })

  test('[G3] a tick does not change what the record’s fingerprint is', async () => {
    const before = await fingerprint()
    await sign(member, 'qa')
    expect(await fingerprint()).toBe(before)
  })

  test('[G1] a signature for a text that has moved is refused with the text’s present fingerprint', async () => {
    const seen = await fingerprint()
    await admin.send('PATCH', `/api/v1/records/${id}`, { title: 'Changed meanwhile' })
    const response = await sign(member, 'qa', 'approve', seen)
    expect(response.status).toBe(409)
    await expect(response.json()).resolves.toMatchObject({ code: 'record-moved', fingerprint: await fingerprint() })
    expect((await sign(member, 'qa')).status).toBe(200)
  })

  test('[G4] only the person who signed takes a signature back', async () => {
    await sign(member, 'pm')
    const foreign = await sign(admin, 'pm', 'withdraw')
    expect(foreign.status).toBe(403)
    await expect(foreign.json()).resolves.toMatchObject({ code: 'not-yours' })
    const own = await sign(member, 'pm', 'withdraw')
    expect(ledgerSchema.parse(await own.json()).signoffs[0]?.signed).toBeNull()
    expect(await markdown()).toBe(implementationRecord)
  })

  test.each([
    ['an unknown role', 'ceo', 'approve', 404, 'role-unknown'],
    ['a role by a hostile name', '__proto__', 'approve', 404, 'role-unknown'],
    ['taking back what nobody signed', 'pm', 'withdraw', 409, 'not-signed'],
    ['declining', 'pm', 'decline', 422, 'decline-not-offered'],
    ['signing where somebody else has', 'devops', 'approve', 409, 'already-signed'],
  ])('[G4] %s is refused', async (_what, role, decision, status, code) => {
    await sign(member, 'devops')
    const response = await sign(admin, role, decision)
    expect(response.status).toBe(status)
    await expect(response.json()).resolves.toMatchObject({ code })
  })

  test('[G4] who signs comes from the session, whatever the body says', async () => {
    const response = await member.send('POST', `/api/v1/records/${id}/signoffs`, {
      role: 'pm',
      decision: 'approve',
      fingerprint: await fingerprint(),
      person: { id: 'somebody', name: 'Somebody Else' },
      at: '1999-12-31T00:00:00Z',
    })
    const [line] = ledgerSchema.parse(await response.json()).signoffs
    expect(line?.signed).toMatchObject({ person: { name: 'Member' } })
    expect(line?.signed?.at).not.toContain('1999')
  })

  test('[G1] neither a token nor a viewer signs', async () => {
    const script = server.script({ authorization: `Bearer ${adminToken}` })
    const byToken = await sign(script, 'pm')
    expect(byToken.status).toBe(403)
    await expect(byToken.json()).resolves.toMatchObject({ code: 'not-a-person' })
    expect((await sign(viewer, 'pm')).status).toBe(403)
  })

  test('[G4] of many who sign at once none is lost, and of two for one role one is', async () => {
    const seen = await fingerprint()
    const outcomes = await Promise.all(
      [
        sign(admin, 'pm', 'approve', seen),
        sign(member, 'tech-lead', 'approve', seen),
        sign(admin, 'qa', 'approve', seen),
        sign(member, 'qa', 'approve', seen),
        sign(member, 'devops', 'approve', seen),
      ].map(async (response) => (await response).status),
    )
    expect(outcomes.toSorted()).toEqual([200, 200, 200, 200, 409])
    const { ledger, signed } = recordDetailsSchema.parse(await (await admin.get(`/api/v1/records/${id}`)).json())
    expect(signed).toEqual({ filled: 4, total: 4 })
    expect(ledger.version).toBe(4)
  })
})
