const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a file's bytes, a byte-order mark included: what is shown and copied must be what is saved (U4). */
export function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}
