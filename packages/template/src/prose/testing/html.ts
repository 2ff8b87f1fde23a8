import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const options = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
}

/** What a reader gets to see of Markdown: GitHub's HTML. */
export function toHtml(markdown: string): string {
  return micromark(markdown, options).trim()
}
