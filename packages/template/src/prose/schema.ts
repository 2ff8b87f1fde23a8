/** A value that an attribute of a node or mark can hold in the shared document. */
export type AttributeValue = string | number | boolean

/** Attributes by name. One that has its default value is left out. */
export type Attributes = Readonly<Record<string, AttributeValue>>

/** A mark on a run of text, e.g. `{ type: 'link', attrs: { href: '/a' } }`. */
export interface ProseMark {
  readonly type: string
  readonly attrs?: Attributes
}

/** A node of rich text, in the JSON shape of ProseMirror and TipTap. */
export interface ProseNode {
  readonly type: string
  readonly attrs?: Attributes
  readonly content?: readonly ProseNode[]
  readonly text?: string
  readonly marks?: readonly ProseMark[]
}

/** One attribute: the type of its value, and the value that goes without saying (`null`: there is none). */
export interface AttributeSpec {
  readonly type: 'string' | 'number' | 'boolean'
  readonly default: AttributeValue | null
}

/** What a node is part of, what it may hold, and its attributes in their fixed order. */
export interface NodeSpec {
  readonly group: 'block' | 'inline' | 'part'
  readonly content: 'blocks' | 'inline' | 'text' | 'parts' | 'none'
  readonly attrs: Readonly<Record<string, AttributeSpec>>
}

const text = (value: string | null = null): AttributeSpec => ({ type: 'string', default: value })
const flag: AttributeSpec = { type: 'boolean', default: false }
const from1: AttributeSpec = { type: 'number', default: 1 }

/** Every node the document may hold. The editor's extensions have the same names, attributes and defaults. */
export const nodeSpecs: Readonly<Record<string, NodeSpec>> = {
  paragraph: { group: 'block', content: 'inline', attrs: {} },
  heading: { group: 'block', content: 'inline', attrs: { level: from1 } },
  bulletList: { group: 'block', content: 'parts', attrs: { loose: flag } },
  orderedList: { group: 'block', content: 'parts', attrs: { start: from1, loose: flag } },
  // `checked` is for items that no task list can hold: in a numbered list, or in a list where only some are tasks.
  listItem: { group: 'part', content: 'blocks', attrs: { checked: { type: 'boolean', default: null } } },
  taskList: { group: 'block', content: 'parts', attrs: { loose: flag } },
  taskItem: { group: 'part', content: 'blocks', attrs: { checked: flag } },
  blockquote: { group: 'block', content: 'blocks', attrs: {} },
  codeBlock: { group: 'block', content: 'text', attrs: { language: text(), meta: text() } },
  horizontalRule: { group: 'block', content: 'none', attrs: {} },
  table: { group: 'block', content: 'parts', attrs: {} },
  tableRow: { group: 'part', content: 'parts', attrs: {} },
  tableHeader: { group: 'part', content: 'blocks', attrs: { align: text() } },
  tableCell: { group: 'part', content: 'blocks', attrs: { align: text() } },
  markdown: { group: 'block', content: 'none', attrs: { source: text('') } },
  text: { group: 'inline', content: 'none', attrs: {} },
  hardBreak: { group: 'inline', content: 'none', attrs: {} },
  image: { group: 'inline', content: 'none', attrs: { src: text(''), alt: text(), title: text() } },
  markdownInline: { group: 'inline', content: 'none', attrs: { source: text('') } },
}

/** Every mark, the outermost first: the order in which marks of equal extent are nested, and in which they are listed. */
export const markSpecs: Readonly<Record<string, Readonly<Record<string, AttributeSpec>>>> = {
  link: { href: text(''), title: text() },
  italic: {},
  bold: {},
  strike: {},
  code: {},
}

const markOrder = Object.keys(markSpecs)

/** Makes a node, without the attributes that have their default value, and without empty content. */
export function element(
  type: string,
  attrs: Readonly<Record<string, unknown>> = {},
  content: readonly ProseNode[] = [],
): ProseNode {
  const kept = knownAttributes(nodeSpecs[type]?.attrs, attrs)
  return { type, ...(kept && { attrs: kept }), ...(content.length > 0 && { content }) }
}

/** Makes a text node; its marks in the order of `markSpecs`. */
export function textNode(value: string, marks: readonly ProseMark[] = []): ProseNode {
  const sorted =
    marks.length < 2 ? marks : [...marks].sort((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type))
  return { type: 'text', text: value, ...(sorted.length > 0 && { marks: sorted }) }
}

/** Makes a mark, or nothing when the document knows none of that name. */
export function mark(type: string, attrs: Readonly<Record<string, unknown>> = {}): ProseMark | undefined {
  if (!Object.hasOwn(markSpecs, type)) return undefined
  const kept = knownAttributes(markSpecs[type], attrs)
  return { type, ...(kept && { attrs: kept }) }
}

/** The specification of `type`; own names only, so that `constructor` is none. */
export function specOf(type: string): NodeSpec | undefined {
  return Object.hasOwn(nodeSpecs, type) ? nodeSpecs[type] : undefined
}

/** What a node holds; nothing for a node without content. */
export function contentOf(node: ProseNode | undefined): readonly ProseNode[] {
  return node?.content ?? []
}

/** The text of a text node; `''` of another. */
export function textOf(node: ProseNode | undefined): string {
  return node?.text ?? ''
}

/** The marks of a text node. */
export function marksOf(node: ProseNode | undefined): readonly ProseMark[] {
  return node?.marks ?? []
}

/** An attribute as text; `''` when it is absent. */
export function attribute(holder: { readonly attrs?: Attributes }, name: string): string {
  return String(holder.attrs?.[name] ?? '')
}

/** Whether two nodes (or lists of them) that this package made are the same; attributes and marks have a fixed order. */
export function sameNodes(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function knownAttributes(
  specs: Readonly<Record<string, AttributeSpec>> = {},
  attrs: Readonly<Record<string, unknown>>,
): Attributes | undefined {
  const kept: Record<string, AttributeValue> = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = attrs[name]
    if (isValue(value) && typeof value === spec.type && value !== spec.default) kept[name] = value
  }
  return Object.keys(kept).length > 0 ? kept : undefined
}

function isValue(value: unknown): value is AttributeValue {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  )
}
