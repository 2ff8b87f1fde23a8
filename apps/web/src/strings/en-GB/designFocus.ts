export const focusStrings = {
  slotGone: 'The part you were writing in was removed',
  slotGoneDetail: 'You are now at what is next to it.',
} as const
