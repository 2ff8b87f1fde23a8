import { sessionSchema, workspaceSchema } from '@colophon/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser

beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

test('an admin renames the workspace and asks for passwords at signing; everybody’s session says so', async () => {
  const viewer = await server.person('viewer')
  await expect((await viewer.get('/api/v1/workspace')).json()).resolves.toEqual({
    name: 'Ink & Co',
    passwordToSign: false,
  })
  const renamed = await admin.send('PATCH', '/api/v1/workspace', { name: ' Quill & Co ' })
  expect(workspaceSchema.parse(await renamed.json())).toEqual({ name: 'Quill & Co', passwordToSign: false })
  await admin.send('PATCH', '/api/v1/workspace', { passwordToSign: true })
  const { workspace } = sessionSchema.parse(await (await viewer.get('/api/v1/session')).json())
  expect(workspace).toEqual({ name: 'Quill & Co', passwordToSign: true })
  await expect((await server.browser().get('/api/v1/welcome')).json()).resolves.toMatchObject({
    workspace: 'Quill & Co',
  })
})

test('[A2] nobody else changes them, and an empty name is none', async () => {
  const member = await server.person('member')
  expect((await member.send('PATCH', '/api/v1/workspace', { passwordToSign: true })).status).toBe(403)
  expect((await admin.send('PATCH', '/api/v1/workspace', { name: '  ' })).status).toBe(400)
  expect((await admin.send('PATCH', '/api/v1/workspace', { passwordToSign: 'yes' })).status).toBe(400)
})
