import { marksOf, type ProseNode, textNode, textOf } from './schema.js'

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
  return textOf(node)
    .split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/u)
    .map((text) => textNode(text, node.marks))
}

function hugMark(pieces: readonly ProseNode[], type: string): ProseNode[] {
  const after = followsWord(pieces, type)
  const before = followsWord([...pieces].reverse(), type).reverse()
  return pieces.map((piece, index) =>
    isSpace(piece) && !(after[index] && before[index])
      ? textNode(
          textOf(piece),
          marksOf(piece).filter((mark) => mark.type !== type),
        )
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
  return piece.type === 'text' && !has(piece, 'code') && /^\s+$/u.test(textOf(piece))
}

function has(node: ProseNode, type: string): boolean {
  return marksOf(node).some((mark) => mark.type === type)
}
