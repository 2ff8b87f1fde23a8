/** How prose is printed into a file, besides what it says. */
export interface ProseOptions {
  /** The marker of a bullet list at either end, which would otherwise merge with its neighbour in the file. */
  readonly bullet?: '-' | '*' | '+'
  /** The delimiter of a numbered list at either end, for the same reason. */
  readonly ordered?: '.' | ')'
  /** Whether something follows in the file, which the text must not swallow. */
  readonly contained?: boolean
  /** How thematic breaks are written; `***` where `---` would open front matter. */
  readonly rule?: '---' | '***'
}
