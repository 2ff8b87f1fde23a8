import { createHash } from 'node:crypto'

/** A person's colour, the same in every record and on every screen: `#rrggbb`, legible under white text. */
export function personColor(personId: string): string {
  const [byte = 0] = createHash('sha256').update(personId).digest()
  return palette[byte % palette.length] ?? '#555555'
}

const palette = [
  '#b4232c',
  '#b0500e',
  '#8a6100',
  '#4f7300',
  '#1d7a3a',
  '#0b7a75',
  '#0b6f9e',
  '#2b5fc4',
  '#5a4fcf',
  '#8a3fc0',
  '#b02a8f',
  '#a33a5e',
]
