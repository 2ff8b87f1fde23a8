import { expect, test } from 'vitest'
import { createReachability } from './reachability.js'
import { createWorkspaceClient } from './workspaceClient.js'

function clientAnswering(body: string) {
  const asked: string[] = []
  const client = createWorkspaceClient(async (input, init) => {
    asked.push(`${init?.method} ${String(input)} ${init?.body ?? ''}`.trimEnd())
    return new Response(body)
  }, createReachability())
  return { client, asked }
}

test('[A8] an id can not reach another address', async () => {
  const { client, asked } = clientAnswering('')
  await client.withdrawInvitation('../people')
  await client.revokeToken('a/b?c')
  expect(asked).toEqual(['DELETE /api/v1/invitations/..%2Fpeople', 'DELETE /api/v1/tokens/a%2Fb%3Fc'])
})

test('what is changed of a person is sent, and nothing else', async () => {
  const person = { id: 'p1', name: 'Ada', email: 'ada@example.org', role: 'viewer', active: true }
  const { client, asked } = clientAnswering(JSON.stringify(person))
  expect(await client.patchPerson('p1', { role: 'viewer' })).toEqual(person)
  expect(asked).toEqual(['PATCH /api/v1/people/p1 {"role":"viewer"}'])
})
