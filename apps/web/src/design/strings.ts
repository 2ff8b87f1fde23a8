export const designStrings = {
  close: 'Close',
  dismiss: 'Dismiss',
  notifications: 'Messages',
  /** Of a ring or a meter: how much of a whole. */
  ofTotal: '{count} of {total}',
  morePeople: '{count} more',
} as const
