import { type ChainVerdict, type Head, inspectChain } from './chain.js'
import type { AuditLog } from './log.js'
import { isSealGenuine } from './seal.js'

export type LogVerdict =
  | { readonly kind: 'whole'; readonly head: Head; readonly key: string }
  | Extract<ChainVerdict, { kind: 'broken' }>
  /** The entries follow one another, and the seal is not that of their end. */
  | { readonly kind: 'unsealed'; readonly why: string }

/**
 * Whether a log is one that the holder of its key has sealed, whole.
 * @param key whose seal is expected, as the server shows it; without it, that of the log itself is taken
 * @see docs/spec.md G6
 */
export function inspectLog(log: AuditLog, key: string = log.seal.key): LogVerdict {
  const { record, entries, seal } = log
  const chain = inspectChain(entries)
  if (chain.kind === 'broken') return chain
  if (entries.some(({ recordId }) => recordId !== record.id)) return unsealed('its entries are those of another record')
  const { head } = chain
  if (head.number !== seal.head.number || head.hash !== seal.head.hash) {
    return unsealed(`it was sealed with ${seal.head.number} entries, and has ${head.number}`)
  }
  if (seal.key !== key) return unsealed('it was sealed with another key than the expected one')
  if (!isSealGenuine(record.id, seal)) return unsealed('its seal is not genuine')
  return { kind: 'whole', head, key }
}

function unsealed(why: string): LogVerdict {
  return { kind: 'unsealed', why }
}
