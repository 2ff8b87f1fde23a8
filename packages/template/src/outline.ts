/**
 * What a template is once it is understood: lines made of parts, and groups of lines that repeat.
 * Every part keeps its exact source, so that the parts of a whole outline, put together, give the template back.
 */
export type Outline = readonly OutlineNode[]
export type OutlineNode = Line | Group

export interface Line {
  readonly type: 'line'
  readonly parts: readonly Part[]
  /** `\n`, `\r\n`, `\r`, or nothing at the end of a file without a final newline. */
  readonly ending: string
  /** Which line of the template's source it is, from 0. */
  readonly number: number
  /** 1–6 for a heading, 0 for everything else. */
  readonly heading: number
}

/** A run of siblings that are equal but for one index counting up from 1. */
export interface Group {
  readonly type: 'group'
  /** Unique in the template: `g1`, and `g1.1` for a group inside an item of `g1`. */
  readonly id: string
  /** What one item is called, from its slots' names: `Phase`, `Task`. */
  readonly label: string
  /** 1 for an outermost group. The index of level *n* is written as *n* `#`s in the keys of its slots. */
  readonly level: number
  /** One item, with indices in the place of numbers. */
  readonly item: Outline
  /** The blank lines between two items. */
  readonly gap: readonly Line[]
  /** How many items the template itself has. */
  readonly count: number
  /** How the last line of the last item ends. */
  readonly lastEnding: string
}

export type Part = LiteralPart | IndexPart | SlotPart | ScalarPart | TickPart | SignoffPart | StatusPart

export interface LiteralPart {
  readonly type: 'literal'
  readonly source: string
}

/** An item's own number, in the literal text of its pattern. */
export interface IndexPart {
  readonly type: 'index'
  readonly source: string
  readonly level: number
}

export interface SlotPart {
  readonly type: 'slot'
  readonly source: string
  readonly slot: Slot
  readonly context: Context
  /** Set where a line outside a group names one item's slot: which item, level by level. */
  readonly at: readonly number[] | null
}

/** An unquoted YAML value that holds slots. It is written plain where that is safe and quoted as a whole where it is not. */
export interface ScalarPart {
  readonly type: 'scalar'
  readonly source: string
  readonly parts: readonly Part[]
}

/** A check mark: `[✅]` before a list item's text, or ` ✅` at the end of an item's heading. */
export interface TickPart {
  readonly type: 'tick'
  readonly source: string
  /** Unique among the ticks of its scope: `t1`. */
  readonly id: string
  readonly shape: 'box' | 'mark'
  /** What stands for done: `✅`, `x`. */
  readonly mark: string
  /** What an untouched tick is. */
  readonly done: boolean
}

/** One half of a sign-off line. Its value is the ledger's, never the document's. */
export interface SignoffPart {
  readonly type: 'signoff'
  readonly source: string
  readonly role: string
  readonly field: 'name' | 'date'
  readonly context: Context
}

/** The value of the front matter's own `status:`. */
export interface StatusPart {
  readonly type: 'status'
  readonly source: string
  readonly quote: '"' | "'" | ''
}

/** Where a value stands, which says how it is written so that it cannot break out. */
export type Context =
  | { readonly kind: 'block' }
  | { readonly kind: 'inline'; readonly cell: boolean; readonly atBreak: boolean; readonly nested: boolean }
  | { readonly kind: 'linkText'; readonly cell: boolean }
  | { readonly kind: 'linkTarget' }
  | { readonly kind: 'linkTitle' }
  | { readonly kind: 'yaml'; readonly style: 'double' | 'single' | 'plain' | 'raw' }
  | { readonly kind: 'code'; readonly fence: string; readonly cell: boolean }
  | { readonly kind: 'html' }

/** `prose`: rich text of many blocks. `inline`: one line with marks, code and links. `plain`: one line of characters. */
export type SlotForm = 'prose' | 'inline' | 'plain'

/** What a text slot's name promises; it steers the widget, never the storage. */
export type SlotKind = 'text' | 'date' | 'link' | 'duration' | 'percent' | 'count' | 'status' | 'person'

export interface Slot {
  /** The name with each index of a group written as `#`s: `LEAD_DEVELOPER`, `P#_TASK_##_DATE`. */
  readonly key: string
  readonly form: SlotForm
  readonly kind: SlotKind
  /** The name in words: `Lead developer`, `Task date`. */
  readonly label: string
  /** The id of the innermost group whose items hold the slot, or `null` for the record itself. */
  readonly group: string | null
}

export interface SignoffLine {
  /** `X_SIGNOFF` as `x`, lower case, with dashes: `tech-lead`. */
  readonly role: string
  /** The words before the line's colon: `Technical Lead`. */
  readonly label: string
}
