import { z } from 'zod'
import type { Child } from './children.js'
import type { Memory } from './peer.js'

/** Reads what a child with a probe holds after a collection. */
export async function readMemory(child: Child): Promise<Memory> {
  return memorySchema.parse(await child.ask('memory'))
}

const memorySchema = z.object({ resident: z.number(), held: z.number() })
