export const findStrings = {
  title: 'Find in this record',
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
  found: '{number} of {count}',
  none: 'Nothing found',
} as const
