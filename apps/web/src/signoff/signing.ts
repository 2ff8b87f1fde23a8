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
)

export type Moved = Extract<Attempt, { kind: 'moved' }>

/** What became of an attempt, for the person to be told. */
export type Outcome = { readonly line: Line; readonly wish: Wish } & (
  | { readonly kind: 'begun' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: unknown }
)

/** One's own decisions between the tick and the server's word. One at a time for a role. */
export interface Signing {
  at(role: string): Attempt | undefined
  /** The first that needs a look at what has changed. */
  moved(): Moved | undefined
  /** Whether something is not told to the server yet, or not answered by it. */
  isUnderWay(): boolean
  subscribe(listener: () => void): () => void
  /** @param seen the fingerprint of the text that was read; without it, of the text as it is at this moment. */
  begin(line: Line, wish: Wish, seen?: string): void
  /** Takes it back before anybody is told. */
  undo(role: string): void
  /** Leaves what was waiting, or what has moved, undone. */
  leave(): void
}

export interface SigningOptions {
  /** The fingerprint of what is on the page now, once all of it is durable. */
  look(signal: AbortSignal): Promise<string>
  send(request: SignRequest): Promise<Ledger>
  /** What an error says of a text that has moved; `undefined` for any other. */
  movedBy(error: unknown): Pick<Moved, 'fingerprint' | 'changes'> | undefined
  onLedger(ledger: Ledger): void
  onOutcome(outcome: Outcome): void
  undoMs?: number
}

/** @see docs/spec.md G1, G4, G7 */
export function createSigning(options: SigningOptions): Signing {
  const { look, send, movedBy, onLedger, onOutcome, undoMs = 5_000 } = options
  const attempts = new Map<string, { attempt: Attempt; stop: AbortController }>()
  const listeners = new Set<() => void>()
  let moved: Moved | undefined

  function changed(): void {
    moved = [...attempts.values()].map(({ attempt }) => attempt).find((attempt) => attempt.kind === 'moved')
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

  async function run(line: Line, wish: Wish, seen: string | undefined, stop: AbortController): Promise<void> {
    const { signal } = stop
    try {
      // Asked for at the tick, not when it is sent: it is that text which is signed, or none.
      const [fingerprint] = await Promise.all([seen ?? look(signal), pause(undoMs, signal)])
      signal.throwIfAborted()
      set({ kind: 'sending', line, wish }, stop)
      onLedger(await send({ role: line.role, ...requestOf(wish), fingerprint }))
      forget(line.role)
      onOutcome({ kind: 'done', line, wish })
    } catch (error) {
      if (signal.aborted) return
      const found = movedBy(error)
      if (found !== undefined) return set({ kind: 'moved', line, wish, ...found }, stop)
      forget(line.role)
      onOutcome({ kind: 'failed', line, wish, error })
    }
  }

  return {
    at: (role) => attempts.get(role)?.attempt,
    moved: () => moved,
    isUnderWay: () => [...attempts.values()].some(({ attempt: { kind } }) => kind !== 'moved'),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(line, wish, seen) {
      if (attempts.get(line.role)?.attempt.kind === 'sending') return
      forget(line.role)
      const stop = new AbortController()
      set({ kind: 'waiting', line, wish, until: Date.now() + undoMs }, stop)
      onOutcome({ kind: 'begun', line, wish })
      void run(line, wish, seen, stop)
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
