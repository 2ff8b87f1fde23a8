export const designStrings = {
  close: 'Close',
  dismiss: 'Dismiss',
  notifications: 'Messages',
  menuFailed: 'The menu could not be opened.',
  menuFailedNext: 'Colophon was updated, or the server cannot be reached. Reload the page when it can.',
  morePeople: '{count} more',
} as const
