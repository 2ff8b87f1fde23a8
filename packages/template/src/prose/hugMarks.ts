import { type ProseNode, textNode } from './schema.js'

const hugging = ['italic', 'bold', 'strike']

/**
 * Takes the white space at the ends of bold, italic and struck text out of the mark: `**word **` would be no mark at all.
 * @param nodes merged inline nodes.
 */
export function hugMarks(nodes: readonly ProseNode[]): ProseNode[] {
  return hugging.reduce<ProseNode[]>((pieces, type) => hugMark(pieces, type), nodes.flatMap(splitAtSpace))
}

function splitAtSpace(node: ProseNode): ProseNode[] {
  if (node.type !== 'text' || has(node, 'code')) return [node]
  return (node.text ?? '').split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/u).map((text) => textNode(text, node.marks))
}

function hugMark(pieces: readonly ProseNode[], type: string): ProseNode[] {
  const bounded = [pieces, [...pieces].reverse()].map((order) => followsWord(order, type))
  const [after = [], before = []] = bounded
  return pieces.map((piece, index) =>
    isSpace(piece) && !(after[index] && before[pieces.length - 1 - index])
      ? textNode(piece.text ?? '', (piece.marks ?? []).filter((mark) => mark.type !== type))
      : piece,
  )
}

/** For each piece, whether a word with the mark stands before it, with nothing without the mark in between. */
function followsWord(pieces: readonly ProseNode[], type: string): boolean[] {
  let follows = false
  return pieces.map((piece) => {
    const result = follows
    if (piece.type === 'text') follows = has(piece, type) && (follows || !isSpace(piece))
    return result
  })
}

function isSpace(piece: ProseNode): boolean {
  return piece.type === 'text' && !has(piece, 'code') && /^\s+$/u.test(piece.text ?? '')
}

function has(node: ProseNode, type: string): boolean {
  return node.marks?.some((mark) => mark.type === type) ?? false
}
