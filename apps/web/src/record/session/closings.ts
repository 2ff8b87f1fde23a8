import { type CloseCode, closeCode } from '@colophon/protocol'
import type { AsideCause } from './visits.js'

/** What a page does once its socket is closed. */
export type Closing =
  /** It goes on, and comes back by itself; `later` where the server has too much to do. */
  | { readonly next: 'reconnect'; readonly when: 'soon' | 'later' }
  /**
   * It comes back by itself, and asks over HTTP who is signed in, and as what, which leads to the sign-in page where nobody
   * is any more.
   */
  | { readonly next: 'ask' }
  /** It stays closed: the right to be here was taken away, or the record was deleted. */
  | { readonly next: 'leave' }
  /** Its copy is not sent again: it is set aside, and the record is opened anew. */
  | { readonly next: 'set-aside'; readonly cause: AsideCause }

/** What ends a connection for good. */
export type Ending = Extract<Closing, { next: 'leave' | 'set-aside' }>

/**
 * @param code - of the close event. Any that is none of the server's is a lost line, or something in between.
 * @see docs/spec.md D9
 */
export function closingOf(code: number): Closing {
  return isOurs(code) ? closings[code] : lost
}

/** Whether it comes back after this. */
export function comesBack(closing: Closing): closing is Exclude<Closing, Ending> {
  switch (closing.next) {
    case 'reconnect':
    case 'ask':
      return true
    case 'leave':
    case 'set-aside':
      return false
    default:
      return closing satisfies never
  }
}

const lost: Closing = { next: 'reconnect', when: 'soon' }

const closings: Readonly<Record<CloseCode, Closing>> = {
  [closeCode.policy]: { next: 'set-aside', cause: 'refused' },
  [closeCode.tooLarge]: { next: 'set-aside', cause: 'too-large' },
  [closeCode.restart]: { next: 'reconnect', when: 'soon' },
  [closeCode.tryLater]: { next: 'reconnect', when: 'later' },
  // Somebody signs out in one browser and is closed in all of them; in the others they may still be signed in.
  [closeCode.signedOut]: { next: 'ask' },
  // With another role they may come back, and the page must know what it may offer them.
  [closeCode.rightsChanged]: { next: 'ask' },
  [closeCode.rightRevoked]: { next: 'leave' },
  [closeCode.restored]: { next: 'set-aside', cause: 'restored' },
}

const isOurs = (code: number): code is CloseCode => code in closings
