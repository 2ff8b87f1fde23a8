import * as Y from 'yjs'

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Blocks that say something without holding text. */
const speakingNodes: ReadonlySet<string> = new Set(['image', 'markdown', 'markdownInline', 'horizontalRule', 'table'])

/** Whether a slot's fragment says nothing. Cheap: it stops at the first character. */
export function isBlank(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().every((node) => !speaks(node))
}

/** A fragment's words, its blocks apart by a space. */
export function plainText(fragment: Y.XmlFragment): string {
  return fragment
    .toArray()
    .map((node) => textOf(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The runs of a text: what each says and the marks it carries, by name. */
export function runs(text: Y.XmlText): { insert: string; marks: Readonly<Record<string, unknown>> }[] {
  const delta: unknown[] = text.toDelta()
  return delta.flatMap((run) => {
    if (typeof run !== 'object' || run === null || !('insert' in run) || typeof run.insert !== 'string') return []
    const marks = 'attributes' in run && isRecord(run.attributes) ? run.attributes : {}
    return [{ insert: run.insert, marks }]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function speaks(node: Node): boolean {
  if (node instanceof Y.XmlText) return runs(node).some(({ insert }) => insert.trim() !== '')
  if (!(node instanceof Y.XmlElement)) return false
  return speakingNodes.has(node.nodeName) || node.toArray().some((child) => speaks(child))
}

function textOf(node: Node): string {
  if (node instanceof Y.XmlText)
    return runs(node)
      .map(({ insert }) => insert)
      .join('')
  if (!(node instanceof Y.XmlElement)) return ''
  const source = node.getAttribute('source') ?? node.getAttribute('alt')
  if (typeof source === 'string') return source
  return node.toArray().map(textOf).join('')
}
