import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { AccountError } from '../identity/accounts.js'
import { TokenError } from '../identity/api-tokens.js'
import { PeopleError } from '../identity/people.js'
import { JoinError } from '../identity/workspace.js'
import { DraftError } from '../records/drafter.js'
import { RecordError } from '../records/record-error.js'
import { SignoffError } from '../signoffs/signoff-error.js'
import { StoreError } from '../store/store-error.js'
import { bareHeaders } from '../sync/sockets/refusal.js'
import { RecordMissing, RoomsBusy, RoomsClosed } from '../sync/sync-error.js'
import { ThreadError } from '../threads/thread.js'
import { notFound, Problem, sendProblem } from './problem.js'

/** Answers every error as a problem. What nobody expected is logged in full and told in general. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) => answerError(error, request, reply))
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error)
  // What is put off in time of need is no fault, and a line for each would be a flood of its own.
  if (problem.status >= 500 && problem.code !== 'server-busy') request.log.error({ err: error }, 'a request failed')
  if (problem.status === 503) reply.header('retry-after', 5)
  return sendProblem(request, reply, problem)
}

/** Answers an address that fits no route and no hook, since it cannot even be read. */
export function answerUnrouted(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerError(error, request, reply.headers(bareHeaders))
}

/** The one place where errors become HTTP. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof AccountError) {
    return new Problem(accountStatus[error.code], error.code, error.message)
  }
  if (error instanceof PeopleError) {
    return new Problem(error.code === 'person-unknown' ? 404 : 409, error.code, error.message)
  }
  if (error instanceof TokenError) return new Problem(409, error.code, error.message)
  if (error instanceof JoinError) {
    return new Problem(error.code === 'invitation-unknown' ? 404 : 400, error.code, error.message)
  }
  if (error instanceof RecordMissing) return new Problem(404, error.code, error.message)
  if (error instanceof ThreadError) return new Problem(503, error.code, threadDetail[error.code])
  if (error instanceof RoomsClosed || error instanceof RoomsBusy) return new Problem(503, error.code, error.message)
  if (error instanceof RecordError) return new Problem(recordStatus[error.code], error.code, error.message)
  if (error instanceof DraftError) {
    return new Problem(draftStatus[error.code], error.code, error.message, { extra: { ...error.place } })
  }
  if (error instanceof SignoffError) {
    return new Problem(signoffStatus[error.code], error.code, error.message, { extra: { ...error.moved } })
  }
  if (error instanceof StoreError) return fromStore(error)
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error)
  if (isFastifyError(error)) return fromFastify(error)
  return internal
}

const accountStatus: Record<AccountError['code'], number> = {
  'wrong-credentials': 401,
  deactivated: 403,
  'email-taken': 409,
}

const threadDetail: Record<ThreadError['code'], string> = {
  'too-slow':
    'This record is so large that reading it takes too long. Nothing was changed. Try again when fewer people use it.',
  'too-busy': 'Many large records are being read just now. Nothing was changed. Try again in a minute.',
}

const recordStatus: Record<RecordError['code'], number> = {
  'record-locked': 409,
  'template-unknown': 422,
}

const draftStatus: Record<DraftError['code'], number> = {
  'template-invalid': 422,
  'not-a-record': 422,
  'too-large': 422,
  'too-deep': 422,
  'too-slow': 422,
  'too-busy': 503,
}

const signoffStatus: Record<SignoffError['code'], number> = {
  'role-unknown': 404,
  'already-signed': 409,
  'not-signed': 409,
  'not-yours': 403,
  'not-eligible': 403,
  'password-missing': 403,
  'password-wrong': 403,
  'reason-missing': 422,
  'record-moved': 409,
  'record-locked': 409,
  'record-open': 409,
  'sign-offs-missing': 409,
  'person-unknown': 422,
  'last-owner': 409,
  'log-broken': 503,
}

const internal = new Problem(
  500,
  'internal',
  'Something went wrong on the server. It has been logged with the number of this request.',
)

function fromStore(error: StoreError): Problem {
  if (error.code === 'record-missing') return new Problem(404, error.code, 'There is no such record.')
  if (error.code === 'record-corrupt') {
    return new Problem(
      503,
      error.code,
      'The file of this record is damaged and was left as it is. Ask whoever runs this server; the log says which file.',
    )
  }
  return new Problem(
    503,
    'store-failing',
    'The server cannot write to its disk just now. This change was not saved. Try again in a moment.',
  )
}

function fromValidation(error: Parameters<typeof fromFastify>[0] & { validation: Validation[] }): Problem {
  if (error.validationContext === 'params') return notFound
  const faults = error.validation.map(({ instancePath, message }) => {
    const field = instancePath.split('/').filter(Boolean).join('.')
    return field === '' ? message : `${field}: ${message}`
  })
  return new Problem(400, 'invalid-request', `The request cannot be used: ${faults.join('; ')}. Nothing was changed.`)
}

interface Validation {
  instancePath: string
  message?: string | undefined
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && 'statusCode' in error && typeof error.statusCode === 'number'
}

function fromFastify(error: Pick<FastifyError, 'statusCode' | 'validationContext'>): Problem {
  const status = error.statusCode ?? 500
  if (status === 414) return notFound
  if (status === 413) {
    return new Problem(413, 'too-large', 'That is larger than this server takes. Nothing was stored.')
  }
  if (status === 415) {
    return new Problem(415, 'wrong-media-type', 'This address does not take that type of content. Nothing was stored.')
  }
  if (status >= 400 && status < 500) {
    return new Problem(status, 'invalid-request', 'The request cannot be read. Nothing was changed.')
  }
  return internal
}
