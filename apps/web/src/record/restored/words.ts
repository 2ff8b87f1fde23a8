import { restoredStrings } from '#strings/recordRestored'
import type { AsideCause } from '../session/visits.js'

/** What the offer says of itself. */
export type OfferWords = (typeof restoredStrings.causes)[AsideCause | 'several']

/** @param causes - why each of the copies was set aside that there is something to say of. */
export function wordsFor(causes: readonly AsideCause[]): OfferWords {
  const [first, ...others] = new Set(causes)
  return restoredStrings.causes[first !== undefined && others.length === 0 ? first : 'several']
}
