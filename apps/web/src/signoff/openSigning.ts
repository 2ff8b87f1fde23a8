import { client } from '../api/client.js'
import { ApiError, sentenceOf } from '../api/errors.js'
import { toast } from '../design/toast.js'
import { announce } from '../record/announce.js'
import type { RecordSession } from '../record/session/session.js'
import { say } from '../text/say.js'
import { createSigning, type Moved, type Outcome, type Signing } from './signing.js'
import { signoffStrings as strings } from './strings.js'

/** How long a decision waits for one's own last keystrokes to be durable, ms. */
const waitMs = 10_000

/** One's own decisions about an open record. */
export function openSigning(recordId: string, session: RecordSession): Signing {
  return createSigning({
    look: (signal) => fingerprintNow(recordId, session, signal),
    send: (request) => client.sign(recordId, request),
    movedBy,
    onLedger: session.setLedger,
    onOutcome: tell,
  })
}

/** The fingerprint of what is on the page, all of it durable. @throws ApiError, NetworkError, DOMException */
export async function fingerprintNow(recordId: string, session: RecordSession, signal: AbortSignal): Promise<string> {
  await session.whenSaved(AbortSignal.any([signal, AbortSignal.timeout(waitMs)]))
  return client.fingerprint(recordId, signal)
}

/** What a refusal says of a text that has moved; `undefined` for any other error. */
export function movedBy(error: unknown): Pick<Moved, 'fingerprint' | 'changes'> | undefined {
  if (!(error instanceof ApiError) || error.code !== 'record-moved') return undefined
  const { fingerprint, changes } = error.problem ?? {}
  return fingerprint === undefined ? undefined : { fingerprint, changes }
}

function tell(outcome: Outcome): void {
  const { label } = outcome.line
  const { decision } = outcome.wish
  switch (outcome.kind) {
    case 'begun':
      announce(say(strings.begun[decision], { label }))
      break
    case 'undone':
      announce(strings.undone)
      break
    case 'done':
      toast(say(strings.done[decision], { label }))
      break
    case 'failed':
      toast(say(strings.failed[decision], { label }), {
        tone: 'problem',
        detail: sentenceOf(outcome.error, isTimeout(outcome.error) ? strings.refusedUnsavedPlain : strings.failedNext),
      })
      break
    default:
      outcome satisfies never
  }
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError'
