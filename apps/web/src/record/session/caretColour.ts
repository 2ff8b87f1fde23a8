import { personColour } from '../../design/personColour.js'

/** Stock clients want `#rrggbb`. This page itself draws people in its tokens, which differ by theme. */
const hexOf: Readonly<Record<string, string>> = {
  'var(--person-1)': '#b03a2e',
  'var(--person-2)': '#8a5a00',
  'var(--person-3)': '#4e6b1f',
  'var(--person-4)': '#1f7052',
  'var(--person-5)': '#1d6a8a',
  'var(--person-6)': '#4355b5',
  'var(--person-7)': '#7a459e',
  'var(--person-8)': '#a3386f',
}

/** A person's colour for clients that draw carets in the colour they are told. */
export function caretColour(personId: string): string {
  return hexOf[personColour(personId)] ?? '#514d46'
}
