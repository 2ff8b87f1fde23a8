import type { ProseNode } from './schema.js'

const always = () => true
const lists = ['bulletList', 'orderedList', 'taskList']

/** What may follow a paragraph, or something that may end with one, on the very next line and still be itself. */
const interrupts: Readonly<Record<string, (block: ProseNode) => boolean>> = {
  bulletList: startsWithText,
  taskList: always,
  orderedList: (block) => block.attrs?.start === undefined && startsWithText(block),
  codeBlock: always,
  blockquote: always,
  heading: (block) => !/\\n|hardBreak/.test(JSON.stringify(block)),
}

/** Whether `after` may follow `before` without a blank line. Errs on the side of no. */
export function mayTouch(before: ProseNode, after: ProseNode): boolean {
  switch (before.type) {
    case 'heading':
    case 'codeBlock':
    case 'horizontalRule':
      return after.type !== 'markdown'
    case 'paragraph':
      return Object.hasOwn(interrupts, after.type) && Boolean(interrupts[after.type]?.(after))
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return !lists.includes(after.type) && Boolean(interrupts[after.type]?.(after))
    case 'blockquote':
      return after.type !== 'blockquote' && Boolean(interrupts[after.type]?.(after))
    default:
      return false
  }
}

function startsWithText({ content }: ProseNode): boolean {
  return content?.[0]?.content !== undefined
}
