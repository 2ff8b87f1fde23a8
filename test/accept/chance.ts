import * as prng from 'lib0/prng'

/** A source of its own for somebody who acts beside others, so that who acts first changes nothing for the rest. */
export function branch(chance: prng.PRNG): prng.PRNG {
  return prng.create(prng.uint32(chance, 0, 0xffff_ffff))
}
