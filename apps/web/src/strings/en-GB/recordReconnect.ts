/** The words of a line that is down. Fetched while it is up: then nothing can be. */
export const reconnectStrings = {
  waiting: 'Waiting for a network',
  reconnecting: 'Reconnecting…',
  nextTry: 'Next try in {seconds} s',
  tryNow: 'Try now',
} as const
