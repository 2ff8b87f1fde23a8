export const textStrings = {
  justNow: 'just now',
} as const
