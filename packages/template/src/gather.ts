import type { Move } from './align.js'
import type { Problem } from './document.js'
import { decodeText } from './encode.js'
import { ancestor, levelOf, matchKey } from './keys.js'
import type { Group, Outline, SignoffPart, Slot, SlotPart } from './outline.js'
import { parseInline } from './prose/inline.js'
import { sameNodes } from './prose/schema.js'
import { emptyValues, type Source, type Values } from './record.js'
import { createScale } from './scale.js'
import type { Signoff, Signoffs } from './signoffs.js'
import type { Step } from './steps.js'
import type { Template } from './template.js'

/** Puts what was read, line by line in the file's order, into values. @throws ReadError for what is too dear to read on */
export interface Gathering {
  match(move: Extract<Move, { type: 'match' }>): void
  prose(move: Extract<Move, { type: 'prose' }>): void
  finish(): { values: Values; signoffs: Signoffs; conflicts: Problem[] }
}

export function createGathering({ outline }: Template): Gathering {
  const root = emptyValues()
  const signoffs: Record<string, Signoff> = {}
  const conflicts: Problem[] = []
  const referred: { slot: Slot; at: readonly number[]; text: string; source: Source; line: number }[] = []
  const scale = createScale()
  let prose: { part: SlotPart; values: Values; line: number; text: string } | null = null
  /** The items being read, outermost first. */
  let open: { group: Group; values: Values }[] = []

  /** The values of the item a step belongs to, making the items that are missing on the way. */
  function enter({ groups }: Step, again: Group | null): Values {
    const kept = groups.findIndex((group, depth) => open[depth]?.group !== group || group === again)
    open = open.slice(0, kept < 0 ? groups.length : kept)
    for (const group of groups.slice(open.length)) {
      const item = emptyValues()
      itemsIn(open.at(-1)?.values ?? root, group).push(item)
      open.push({ group, values: item })
    }
    return open.at(-1)?.values ?? root
  }

  function holder({ key }: Slot): Values {
    return open[levelOf(key) - 1]?.values ?? root
  }

  function take({ slot, context, at }: SlotPart, source: string, line: number): void {
    if (source === '' || isPlaceholder(slot, source)) return
    if (slot.form !== 'plain') scale.weigh(source, line)
    const inCell = context.kind === 'inline' && context.cell
    // In a cell a pipe is escaped even in code; the value itself knows nothing of cells.
    const markdown = inCell ? source.replaceAll('\\|', '|') : source
    const text = slot.form === 'plain' ? decodeText(context, source) : markdown
    const written = { kind: context.kind, source }
    if (at === null) assign(slot, holder(slot), text, written, line)
    else referred.push({ slot, at, text, source: written, line })
  }

  function assign(slot: Slot, values: Values, text: string, source: Source, line: number): void {
    const known = values.slots[slot.key]
    if (known !== undefined && known !== text && !saysTheSame(slot, known, text)) {
      const reason = `${slot.label} stands in more than one place of the file and says something else here; the first was kept.`
      conflicts.push({ line, text: source.source, reason })
      return
    }
    values.slots[slot.key] = known ?? text
    const others = values.sources[slot.key] ?? []
    const isKnown = others.some((one) => one.kind === source.kind && one.source === source.source)
    if (!isKnown) values.sources[slot.key] = [...others, source]
  }

  function sign({ role, field, context }: SignoffPart, source: string): void {
    if (/^\{\{[A-Z0-9_]+\}\}$/.test(source)) return
    const known = signoffs[role]
    signoffs[role] = {
      name: '',
      date: '',
      ...known,
      [field]: decodeText(context, source),
      source: { name: '', date: '', ...known?.source, [field]: source },
    }
  }

  function endProse(): void {
    if (prose !== null) take(prose.part, prose.text, prose.line)
    prose = null
  }

  return {
    match({ step, captures, again, line }) {
      endProse()
      const values = enter(step, again)
      for (const capture of captures) {
        if ('done' in capture) {
          if (capture.done !== capture.part.done) values.ticks[capture.part.id] = capture.done
        } else if ('source' in capture) {
          const { part, source } = capture
          if (part.type === 'slot') take(part, source, line.number + 1)
          else if (part.type === 'signoff') sign(part, source)
        }
      }
    },
    prose({ step, part, line }) {
      const values = enter(step, null)
      if (prose?.part === part && prose.values === values) {
        prose = { ...prose, text: `${prose.text}${'\n'.repeat(line.blanks + 1)}${line.text}` }
      } else {
        endProse()
        prose = { part, values, line: line.number + 1, text: line.text }
      }
    },
    finish() {
      endProse()
      nameGroups(root, outline)
      for (const { slot, at, text, source, line } of referred) {
        const item = itemAt(root, slot, at)
        if (item !== undefined) assign(slot, item, text, source, line)
        else
          conflicts.push({
            line,
            text: source.source,
            reason: `${slot.label} belongs to an item that the file does not have.`,
          })
      }
      return { values: root, signoffs, conflicts }
    },
  }
}

/** Two ways to write the same text. */
function saysTheSame({ form }: Slot, one: string, other: string): boolean {
  return form === 'inline' && sameNodes(parseInline(one), parseInline(other))
}

function itemsIn(values: Values, { id }: Group): Values[] {
  values.groups[id] ??= []
  return values.groups[id]
}

/** Groups without items are named, too: a group that is left out would keep the record's own items. */
function nameGroups(values: Values, outline: Outline): void {
  for (const node of outline) {
    if (node.type === 'group') for (const item of itemsIn(values, node)) nameGroups(item, node.item)
  }
}

function isPlaceholder({ key }: Slot, source: string): boolean {
  const name = /^\{\{([A-Z][A-Z0-9_]*)\}\}$/.exec(source)?.[1]
  return name !== undefined && (name === key || matchKey(key, name) !== null)
}

function itemAt(root: Values, { group }: Slot, at: readonly number[]): Values | undefined {
  return at.reduce<Values | undefined>((values, index, i) => values?.groups[ancestor(group, i)]?.[index - 1], root)
}
