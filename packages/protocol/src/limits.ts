/** Every limit both sides must agree on, in one table. */
export const limits = {
  /** A Markdown file that may be imported, bytes. */
  importBytes: 2_000_000,
  /** A socket frame, bytes. */
  frameBytes: 4_000_000,
  /** A client's awareness state, bytes of JSON. */
  awarenessBytes: 4_096,
  templateChars: 200_000,
  titleChars: 300,
  passwordMinChars: 10,
  passwordMaxChars: 200,
  /** How long a deleted record can be taken back, days. */
  deletedKeptDays: 30,
  /** How long an invitation link is good, days. */
  invitationDays: 7,
} as const
