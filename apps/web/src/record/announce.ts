const listeners = new Set<(sentence: string) => void>()

/** Has a screen reader say something that others can see. */
export function announce(sentence: string): void {
  for (const listener of listeners) listener(sentence)
}

/** The page's live region listens here. */
export function onAnnouncement(listener: (sentence: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
