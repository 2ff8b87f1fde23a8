import type { Notice } from '@colophon/protocol'

/** What people are told about the connection, by kind. */
export const notices = {
  storeTrouble: {
    kind: 'store-trouble',
    text: 'The server cannot save at the moment. It keeps your edits and goes on trying; leave this page open.',
  },
  storeRecovered: { kind: 'store-recovered', text: 'The server saves again. Everything you wrote is safe.' },
  readOnly: {
    kind: 'read-only',
    text: 'You may read this record but not change it.',
  },
  completed: {
    kind: 'read-only',
    text: 'This record is completed, so it takes no changes. Reopen it to go on writing.',
  },
  olderPage: {
    kind: 'outdated',
    text: 'Colophon was updated while this page was open. Until the page is loaded again you may read here but not write.',
  },
  newerPage: {
    kind: 'outdated',
    text: 'Colophon went back to an earlier version while this page was open. Until the page is loaded again you may read here but not write.',
  },
  goingAway: {
    kind: 'going-away',
    text: 'The server is restarting. Your edits are kept, and the page reconnects by itself.',
  },
  resync: { kind: 'resync', text: 'An edit arrived before the one it builds on. The page is sending both again.' },
} as const satisfies Record<string, Notice>
