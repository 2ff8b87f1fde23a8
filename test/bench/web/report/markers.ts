/** A part of a document that a program writes, and another leaves as it is. */
const [begin, end] = ['<!-- pnpm bench:web -->', '<!-- end of pnpm bench:web -->']

/** @returns the part with its marks; `undefined` where the document has none */
export function markedPart(document: string): string | undefined {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  return from === -1 || to < from ? undefined : document.slice(from, to + end.length)
}

/** @returns the document with `text` in the place of its marked part, or at its end */
export function withMarkedPart(document: string, text: string): string {
  const part = `${begin}\n\n${text.trim()}\n\n${end}`
  const before = markedPart(document)
  return before === undefined ? `${document.trimEnd()}\n\n${part}\n` : document.replace(before, () => part)
}
