/** The words about what somebody has decided. */
export const decisionStrings = {
  declinedBy: '{name} declined',
  declinedByMe: 'You declined',
  earlierApproved: '{name} approved an earlier text',
  earlierDeclined: '{name} declined an earlier text',
  sinceThen: { one: '{count} change since', other: '{count} changes since' },
  sinceThenPlain: 'What changed since?',
  reason: 'Reason: {reason}',
  comment: '“{comment}”',
} as const
