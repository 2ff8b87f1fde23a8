import { balanceDirection, cleanText } from './prose/characters.js'

/** One line of plain text as it can be kept: breaks are spaces, what no Markdown carries is gone, directions end inside. */
export function cleanLine(text: string): string {
  const { texts, closers } = balanceDirection([
    cleanText(text)
      .replace(/[\t\n]+/g, ' ')
      .trim(),
  ])
  return texts.join('') + closers
}
