import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type * as Y from 'yjs'
import { printRecord } from './print.js'
import type { Template } from './template.js'

/**
 * Identifies the text a sign-off covers: everything the record prints, the sign-off lines left open.
 * @returns SHA-256 in 64 hexadecimal digits.
 * @throws TemplateMismatch if `doc` was seeded from another template.
 * @see docs/spec.md G1, G3
 */
export function fingerprint(template: Template, doc: Y.Doc): string {
  return fingerprintOf(printRecord(template, doc))
}

/** The fingerprint of a record that was printed without any options. */
export function fingerprintOf(markdown: string): string {
  return toHexString(digest(encodeUtf8(markdown)))
}
