import { signoffStrings as strings } from '#strings/signoff'
import type { SessionState } from '../record/session/sessionState.js'
import { say } from '../text/say.js'

/** Whether one may sign now, and the sentence that says why not. */
export type Readiness =
  | { readonly kind: 'ready' }
  /** Will be ready by itself in a moment. */
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** The sentence for a refusal; the empty string when it is none. */
export function whyRefused(state: Parameters<typeof readiness>[0]): string {
  const ready = readiness(state)
  return ready.kind === 'refused' ? ready.why : ''
}

/** What a fingerprint fetched now would cover must be what the person sees. @see docs/spec.md G1, G7 */
export function readiness({ save, connected, ledger }: Pick<SessionState, 'save' | 'connected' | 'ledger'>): Readiness {
  if (!connected) return { kind: 'refused', why: strings.refusedOffline }
  if (ledger === null) return { kind: 'waiting', why: strings.waitLoading }
  if (ledger.refusal !== null) return { kind: 'refused', why: ledger.refusal }
  if (ledger.locked) return { kind: 'refused', why: strings.refusedLocked }
  switch (save.kind) {
    case 'saved':
    // Whoever may only read has nothing to be saved, and may have been asked to sign.
    case 'read-only':
      return { kind: 'ready' }
    case 'loading':
      return { kind: 'waiting', why: strings.waitLoading }
    case 'saving':
      return { kind: 'waiting', why: strings.waitSaving }
    case 'outdated':
      return { kind: 'refused', why: strings.refusedOutdated }
    case 'offline':
    case 'device-only':
    case 'ended':
      return { kind: 'refused', why: strings.refusedOffline }
    case 'unsaved':
      return {
        kind: 'refused',
        why: save.why === null ? strings.refusedUnsavedPlain : say(strings.refusedUnsaved, { why: save.why }),
      }
    default:
      return save satisfies never
  }
}
