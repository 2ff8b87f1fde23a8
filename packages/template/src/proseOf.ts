import type { Line, SlotPart } from './outline.js'

/** The slot that is a block of its own, if the line is one. */
export function proseOf(line: Line): SlotPart | undefined {
  const [part] = line.parts
  return part?.type === 'slot' && part.context.kind === 'block' ? part : undefined
}
