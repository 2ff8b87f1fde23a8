/** What the probe looks for in a page. Selectors must lead to the same thing however the page draws it. */
export interface Target {
  /** How the document comes: as the answer to a question over the socket, or over HTTP from a path. */
  readonly arrives: { readonly over: 'socket' } | { readonly over: 'http'; readonly path: string }
  /** The element that holds the text. */
  readonly text: string
  /** Words from the end of the text: once they are there, all of it can be read. */
  readonly lastWords: string
  /** The first place that can be written in, whether it already takes keys or not. */
  readonly field: string
}

/** Moments of opening a page, milliseconds after the navigation began. */
export interface Opening {
  /** The document's first byte was there. */
  readonly firstByteMs: number
  /** All of the text had been painted. */
  readonly readableMs: number
  /** A key was in the text of the first field, and painted. */
  readonly keyMs: number
}

/** What the page can be asked. */
export interface Probe {
  readonly opened: Promise<Opening>
  /** From each key since the last call to the frame that shows it, milliseconds. */
  takeKeys(): number[]
  /** Notes when the text of an element grows by a character: Unix time of the frame that shows it, milliseconds. */
  watch(selector: string): void
  /** Those moments, one for each character since `watch`. */
  takeSeen(): number[]
  /** Unix time, milliseconds. */
  now(): number
  /** Scrolls from top to bottom, a window at a time with idle moments between, and back to the top. */
  readThrough(): Promise<void>
}

declare global {
  interface Window {
    benchTarget: Target
    bench: Probe
  }
}
