export const apiStrings = {
  offline: 'The server cannot be reached. Nothing was sent; try again when the connection is back.',
  unexpected:
    'The server gave an answer this page does not understand ({status}). Nothing was changed here; try again.',
  newer: 'The server’s answer does not fit this page; one of them may be newer. Reload the page.',
  signedOut: 'You are signed out. Sign in again to go on.',
  tooManyTries: 'Too many tries. Wait {seconds} seconds, then try again.',
  tooManyTriesPlain: 'Too many tries. Wait a minute, then try again.',
} as const
