export const designStrings = {
  close: 'Close',
  dismiss: 'Dismiss',
  stay: 'Stay',
  leave: 'Leave all the same',
  notifications: 'Messages',
  menuFailed: 'The menu could not be opened.',
  menuFailedNext: 'Colophon was updated, or the server cannot be reached. Reload the page when it can.',
  morePeople: '{count} more',
} as const
