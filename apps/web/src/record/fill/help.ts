import type { Slot } from '@colophon/template'
import { addressOf, hintFor } from './hints.js'
import { type Names, type Offer, offersFor } from './offers.js'
import type { Surroundings } from './surroundings.js'

/** All that can be done for a slot as it stands. */
export interface Help {
  readonly isEmpty: boolean
  /** The likeliest first. */
  readonly offers: readonly Offer[]
  /** A word about the form, where what is typed does not have it. */
  readonly hint: string | null
  /** Where a link leads. */
  readonly address: string | undefined
}

/** @param text - see `slotText`. */
export function helpFor(
  slot: Slot,
  text: string,
  around: Surroundings | undefined,
  names: Names,
  now = new Date(),
): Help {
  return {
    isEmpty: text.trim() === '',
    offers: around === undefined ? [] : offersFor(slot, text, around, names, now),
    hint: hintFor(slot.kind, text, now),
    address: slot.kind === 'link' ? addressOf(text) : undefined,
  }
}

/** Whether there is anything to show: a slot that says what it should is left alone. */
export function isWanted({ kind }: Pick<Slot, 'kind'>, { isEmpty, offers, hint, address }: Help): boolean {
  return isEmpty || kind === 'date' || offers.length > 0 || hint !== null || address !== undefined
}
