import { recordListSchema } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { ApiError, isSignedOut, NetworkError } from './errors.js'
import { createReachability } from './reachability.js'
import { createRequests } from './request.js'

function answering(body: string, init?: ResponseInit) {
  const asked: { path: string; init: RequestInit | undefined }[] = []
  const reach = createReachability()
  const requests = createRequests(async (input, options) => {
    asked.push({ path: String(input), init: options })
    return new Response(body, init)
  }, reach)
  return { requests, asked, reach }
}

const problem = {
  type: 'urn:colophon:problem:not-a-record',
  title: 'Unprocessable Entity',
  status: 422,
  code: 'not-a-record',
  detail: 'This file is no filled form. Nothing was made.',
  line: 12,
}

test('[U5] a refusal carries the server’s sentence, its code and its place in the file', async () => {
  const { requests } = answering(JSON.stringify(problem), { status: 422 })
  const error = await requests.response('/x').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 422, code: 'not-a-record', message: problem.detail, problem: { line: 12 } })
})

test('[U5] an answer from something in between is put into a sentence of our own', async () => {
  const { requests } = answering('<h1>Bad gateway</h1>', { status: 502 })
  await expect(requests.response('/x')).rejects.toMatchObject({ status: 502, code: 'unexpected' })
})

test('[U5] a lost connection says that nothing was sent', async () => {
  const reach = createReachability()
  const requests = createRequests(async () => {
    throw new TypeError('Failed to fetch')
  }, reach)
  const error = await requests.response('/x').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(NetworkError)
  expect(error).toMatchObject({ message: expect.stringContaining('Nothing was sent') })
  expect(reach.get()).toBe(false)
})

test('[U3] the page knows again that the server can be reached as soon as any answer comes', async () => {
  const { requests, reach } = answering('{}', { status: 401 })
  const heard: boolean[] = []
  reach.subscribe(() => heard.push(reach.get()))
  reach.set(false)
  await requests.response('/x').catch(() => undefined)
  expect(heard).toEqual([false, true])
})

test('[U3] a call that was given up says nothing about the connection', async () => {
  const reach = createReachability()
  const given = AbortSignal.abort()
  const requests = createRequests(async () => {
    throw given.reason
  }, reach)
  await expect(requests.response('/x', { signal: given })).rejects.toBe(given.reason)
  expect(reach.get()).toBe(true)
})

test('an answer of another shape is refused rather than shown', async () => {
  const { requests } = answering('{"records": [{"id": 1}]}')
  await expect(requests.json('/x', recordListSchema)).rejects.toMatchObject({ code: 'unexpected' })
})

test('JSON is sent as JSON and a file as its own type', async () => {
  const { requests, asked } = answering('{"records": []}')
  await requests.json('/x', recordListSchema, { method: 'POST', json: { title: 'A' } })
  await requests.response('/x', { method: 'POST', text: { type: 'text/markdown', body: '# A' } })
  const sent = asked.map(({ init }) => [new Headers(init?.headers).get('content-type'), init?.body])
  expect(sent).toEqual([
    ['application/json', '{"title":"A"}'],
    ['text/markdown', '# A'],
  ])
})

test('a refused sign-in is not taken for an ended session', () => {
  expect(isSignedOut(new ApiError(401, 'signed-out', ''))).toBe(true)
  expect(isSignedOut(new ApiError(401, 'wrong-credentials', ''))).toBe(false)
  expect(isSignedOut(new Error())).toBe(false)
})
