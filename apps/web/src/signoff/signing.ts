import type { ChangesSince, Ledger, Meaning, SignRequest } from '@colophon/protocol'

/** What somebody decides in a role; `comment` is the reason of a decline. */
export type Wish =
  | { readonly decision: 'approve'; readonly meaning: Meaning; readonly comment: string }
  | { readonly decision: 'decline'; readonly comment: string }
  | { readonly decision: 'withdraw' }

/** A sign-off line, by its role and its words. */
export interface Line {
  readonly role: string
  readonly label: string
}

/** A decision on its way. */
export type Attempt = { readonly line: Line; readonly wish: Wish } & (
  | { readonly kind: 'waiting' /** Until when it can be taken back, ms since 1970. */; readonly until: number }
  | { readonly kind: 'sending' }
  /** The text is not the one that was decided on. `changes` where the server knows what became of it. */
  | { readonly kind: 'moved'; readonly fingerprint: string; readonly changes: ChangesSince['changes'] | undefined }
  /** The workspace wants the password once more. `seen` as for `begin`. */
  | { readonly kind: 'password'; readonly isWrong: boolean; readonly seen: string | undefined }
)

/** What an answer makes of an attempt, where it is no failure. */
export type Refused =
  | Pick<Extract<Attempt, { kind: 'moved' }>, 'kind' | 'fingerprint' | 'changes'>
  | Pick<Extract<Attempt, { kind: 'password' }>, 'kind' | 'isWrong'>

/** What became of an attempt, for the person to be told. */
export type Outcome = { readonly line: Line; readonly wish: Wish } & (
  | { readonly kind: 'begun' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'done' }
  /** It waits for the person: for a look at what has changed, or for their password. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'password' }
  | { readonly kind: 'failed'; readonly error: unknown }
)

/** One's own decisions between the tick and the server's word. One at a time for a role. */
export interface Signing {
  at(role: string): Attempt | undefined
  /** Whether something is not told to the server yet, or not answered by it. */
  isUnderWay(): boolean
  subscribe(listener: () => void): () => void
  /** @param seen the fingerprint of the text that was read; without it, of the text as it is at this moment. */
  begin(line: Line, wish: Wish, seen?: string): void
  /** Goes on with one that waits for the password. */
  confirm(role: string, password: string): void
  /** Takes it back before anybody is told. */
  undo(role: string): void
  /** Leaves what was waiting, or what has moved, undone. */
  leave(): void
}

export interface SigningOptions {
  /** The fingerprint of what is on the page now, once all of it is durable. */
  look(signal: AbortSignal): Promise<string>
  send(request: SignRequest): Promise<Ledger>
  /** Whether deciding asks for the password once more. */
  asksPassword(): boolean
  /** What an error asks of the person; `undefined` for a failure. */
  refusedBy(error: unknown): Refused | undefined
  onLedger(ledger: Ledger): void
  onOutcome(outcome: Outcome): void
  undoMs?: number
}

/** @see docs/spec.md G1, G4, G7 */
export function createSigning(options: SigningOptions): Signing {
  const { look, send, asksPassword, refusedBy, onLedger, onOutcome, undoMs = 5_000 } = options
  const attempts = new Map<string, { attempt: Attempt; stop: AbortController }>()
  const listeners = new Set<() => void>()

  function changed(): void {
    for (const listener of [...listeners]) listener()
  }

  function set(attempt: Attempt, stop: AbortController): void {
    attempts.set(attempt.line.role, { attempt, stop })
    changed()
  }

  function forget(role: string): void {
    attempts.get(role)?.stop.abort()
    attempts.delete(role)
    changed()
  }

  /** Shows it as under way, and sends it when it can be taken back no more. */
  function start(line: Line, wish: Wish, seen: string | undefined, password: string | undefined): void {
    const stop = new AbortController()
    set({ kind: 'waiting', line, wish, until: Date.now() + undoMs }, stop)
    onOutcome({ kind: 'begun', line, wish })
    void run({ line, wish, seen, password, stop })
  }

  async function run({ line, wish, seen, password, stop }: Run): Promise<void> {
    const { signal } = stop
    try {
      // Asked for at the tick, not when it is sent: it is that text which is signed, or none.
      const [fingerprint] = await Promise.all([seen ?? look(signal), pause(undoMs, signal)])
      signal.throwIfAborted()
      set({ kind: 'sending', line, wish }, stop)
      const secret = password === undefined ? {} : { password }
      onLedger(await send({ role: line.role, ...requestOf(wish), ...secret, fingerprint }))
      forget(line.role)
      onOutcome({ kind: 'done', line, wish })
    } catch (error) {
      if (!signal.aborted) stopped(error, { line, wish, seen, stop })
    }
  }

  function stopped(error: unknown, { line, wish, seen, stop }: Omit<Run, 'password'>): void {
    const refused = refusedBy(error)
    if (refused === undefined) {
      forget(line.role)
      onOutcome({ kind: 'failed', line, wish, error })
      return
    }
    set({ line, wish, ...(refused.kind === 'password' ? { ...refused, seen } : refused) }, stop)
    onOutcome({ kind: refused.kind, line, wish })
  }

  return {
    at: (role) => attempts.get(role)?.attempt,
    isUnderWay: () => [...attempts.values()].some(({ attempt }) => isOnItsWay(attempt)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(line, wish, seen) {
      if (attempts.get(line.role)?.attempt.kind === 'sending') return
      forget(line.role)
      if (wish.decision === 'withdraw' || !asksPassword()) return start(line, wish, seen, undefined)
      set({ kind: 'password', isWrong: false, line, wish, seen }, new AbortController())
      onOutcome({ kind: 'password', line, wish })
    },
    confirm(role, password) {
      const attempt = attempts.get(role)?.attempt
      if (attempt?.kind === 'password') start(attempt.line, attempt.wish, attempt.seen, password)
    },
    undo(role) {
      const attempt = attempts.get(role)?.attempt
      if (attempt === undefined || attempt.kind === 'sending') return
      forget(role)
      onOutcome({ kind: 'undone', line: attempt.line, wish: attempt.wish })
    },
    leave() {
      for (const [role, { attempt }] of attempts) if (attempt.kind !== 'sending') forget(role)
    },
  }
}

interface Run {
  readonly line: Line
  readonly wish: Wish
  readonly seen: string | undefined
  readonly password: string | undefined
  readonly stop: AbortController
}

const isOnItsWay = ({ kind }: Attempt) => kind === 'waiting' || kind === 'sending'

function requestOf(wish: Wish): Omit<SignRequest, 'role' | 'fingerprint'> {
  switch (wish.decision) {
    case 'approve': {
      const { decision, meaning, comment } = wish
      return { decision, meaning, ...(comment === '' ? {} : { comment }) }
    }
    case 'decline':
      return wish
    case 'withdraw':
      return wish
    default:
      return wish satisfies never
  }
}

/** Rejects as soon as `signal` aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
