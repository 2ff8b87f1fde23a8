import { signoffStrings as strings } from '#strings/signoff'
import { ApiError, sentenceOf } from '../api/errors.js'
import { signoffClient } from '../api/signoffClient.js'
import { toast } from '../design/toast.js'
import { announce } from '../record/announce.js'
import type { RecordSession } from '../record/session/session.js'
import type { OpenRecord } from '../record/state/recordContext.js'
import { say } from '../text/say.js'
import type { Dialogs } from './dialogs.js'
import { createSigning, type Outcome, type Refused, type Signing } from './signing.js'

/** How long a decision waits for one's own last keystrokes to be durable, ms. */
const waitMs = 10_000

const signings = new WeakMap<OpenRecord, Signing>()

/** One's own decisions about an open record: the same ones wherever they are asked for. */
export function signingOf(record: OpenRecord): Signing {
  const signing = signings.get(record) ?? openSigning(record)
  signings.set(record, signing)
  return signing
}

function openSigning({ id, session, dialogs, asksPassword }: OpenRecord): Signing {
  return createSigning({
    look: (signal) => fingerprintNow(id, session, signal),
    send: (request) => signoffClient.sign(id, request),
    asksPassword,
    refusedBy,
    onLedger: session.setLedger,
    onOutcome: (outcome) => tell(outcome, dialogs),
  })
}

/** The fingerprint of what is on the page, all of it durable. @throws ApiError, NetworkError, DOMException */
export async function fingerprintNow(recordId: string, session: RecordSession, signal: AbortSignal): Promise<string> {
  await session.whenSaved(AbortSignal.any([signal, AbortSignal.timeout(waitMs)]))
  return signoffClient.fingerprint(recordId, signal)
}

/** What a refusal asks of the person: a look at a text that has moved, or their password. */
function refusedBy(error: unknown): Refused | undefined {
  const moved = movedBy(error)
  if (moved !== undefined) return { kind: 'moved', ...moved }
  if (!(error instanceof ApiError)) return undefined
  if (error.code === 'password-missing') return { kind: 'password', isWrong: false }
  return error.code === 'password-wrong' ? { kind: 'password', isWrong: true } : undefined
}

/** What a refusal says of a text that has moved; `undefined` for any other error. */
export function movedBy(error: unknown): Pick<Moved, 'fingerprint' | 'changes'> | undefined {
  if (!(error instanceof ApiError) || error.code !== 'record-moved') return undefined
  const { fingerprint, changes } = error.problem ?? {}
  return fingerprint === undefined ? undefined : { fingerprint, changes }
}

type Moved = Extract<Refused, { kind: 'moved' }>

function tell(outcome: Outcome, dialogs: Dialogs): void {
  const { role, label } = outcome.line
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
    case 'moved':
    case 'password':
      dialogs.open({ kind: outcome.kind, role })
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
