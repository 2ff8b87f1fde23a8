/** What can be laid over a record about who does what with it. */
export type RecordDialog =
  | { readonly kind: 'approve' | 'decline' | 'assign' | 'changes' | 'moved' | 'password'; readonly role: string }
  | { readonly kind: 'complete' | 'reopen' | 'share' }

/** Which of them is open; at most one. */
export interface Dialogs {
  get(): RecordDialog | null
  subscribe(listener: () => void): () => void
  open(dialog: RecordDialog): void
  close(): void
}

export function createDialogs(): Dialogs {
  const listeners = new Set<() => void>()
  let current: RecordDialog | null = null
  const set = (next: RecordDialog | null) => {
    current = next
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: set,
    close: () => set(null),
  }
}
