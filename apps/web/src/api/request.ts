import { problemSchema } from '@colophon/protocol'
import { apiStrings } from '#strings/api'
import { say } from '../text/say.js'
import { ApiError, NetworkError } from './errors.js'
import type { Reachability } from './reachability.js'

/** What reads an answer: a zod schema. */
export interface Reader<Output> {
  safeParse(value: unknown): { success: true; data: Output } | { success: false; error: unknown }
}

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  text?: { type: string; body: string | Blob }
  signal?: AbortSignal | undefined
}

/** The two ways to ask: for JSON read by a schema, or for the bare response. Both throw `ApiError` or `NetworkError`. */
export interface Requests {
  json<Output>(path: string, reader: Reader<Output>, call?: Call): Promise<Output>
  response(path: string, call?: Call): Promise<Response>
}

/**
 * @param send - the browser's `fetch`, or a test's.
 * @param reach - is told of each call whether an answer came.
 */
export function createRequests(send: typeof fetch, reach: Reachability): Requests {
  async function response(path: string, call: Call = {}): Promise<Response> {
    const answer = await sent(send, reach, path, call)
    if (answer.ok) return answer
    throw await refusal(answer)
  }

  async function json<Output>(path: string, reader: Reader<Output>, call?: Call): Promise<Output> {
    const answer = await response(path, call)
    const body = await bodyOf(answer)
    const read = reader.safeParse(body)
    if (read.success) return read.data
    throw new ApiError(answer.status, 'unexpected', apiStrings.newer, { cause: read.error })
  }

  return { json, response }
}

async function sent(send: typeof fetch, reach: Reachability, path: string, call: Call): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, application/problem+json;q=0.9, */*;q=0.1' })
  let body: string | Blob | undefined
  if (call.text !== undefined) {
    headers.set('content-type', call.text.type)
    body = call.text.body
  } else if (call.json !== undefined) {
    headers.set('content-type', 'application/json')
    body = JSON.stringify(call.json)
  }
  try {
    const answer = await send(path, {
      method: call.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    })
    reach.set(true)
    return answer
  } catch (cause) {
    // A call that was given up is no news for anybody; whoever gave it up knows the reason.
    if (call.signal?.aborted === true) throw cause
    reach.set(false)
    throw new NetworkError(apiStrings.offline, cause)
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json()
  } catch (cause) {
    throw new ApiError(answer.status, 'unexpected', say(apiStrings.unexpected, { status: answer.status }), { cause })
  }
}

async function refusal(answer: Response): Promise<ApiError> {
  const read = problemSchema.safeParse(await answer.json().catch(() => undefined))
  if (read.success) {
    return new ApiError(answer.status, read.data.code, read.data.detail, { problem: read.data })
  }
  if (answer.status === 401) return new ApiError(401, 'signed-out', apiStrings.signedOut)
  if (answer.status === 429) return new ApiError(429, 'too-many-tries', waitSentence(answer))
  return new ApiError(answer.status, 'unexpected', say(apiStrings.unexpected, { status: answer.status }))
}

function waitSentence(answer: Response): string {
  const seconds = Number(answer.headers.get('retry-after') ?? answer.headers.get('x-retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? say(apiStrings.tooManyTries, { seconds }) : apiStrings.tooManyTriesPlain
}
