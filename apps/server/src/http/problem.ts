import { STATUS_CODES } from 'node:http'
import type { Problem as ProblemBody } from '@colophon/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Extra = Pick<ProblemBody, 'line' | 'column' | 'fingerprint' | 'changes'>

/** A refusal as the client will read it (RFC 9457); `message` is its `detail`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly extra: Extra

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    options: ErrorOptions & { extra?: Extra } = {},
  ) {
    super(detail, options)
    this.extra = options.extra ?? {}
  }
}

export const notFound = new Problem(404, 'not-found', 'There is nothing at this address.')

/** Answers with `application/problem+json`; `instance` lets an operator find the request in the log. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const body: ProblemBody = {
    type: `urn:colophon:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    instance: `urn:uuid:${request.id}`,
    ...problem.extra,
  }
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(body)
}
