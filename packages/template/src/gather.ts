import type { Problem } from './document.js'
import { decodeText } from './encode.js'
import { matchKey } from './keys.js'
import type { Capture } from './match.js'
import { levelOf } from './naming.js'
import type { Slot, SlotPart } from './outline.js'
import { parseInline } from './prose/inline.js'
import { sameNodes } from './prose/schema.js'
import { emptyValues, type Source, type Values } from './record.js'
import type { Signoff, Signoffs } from './signoffs.js'
import type { Course } from './steps.js'
import type { Template } from './template.js'

/** Puts what was read, line by line in the file's order, into values. */
export interface Gathering {
  match(step: number, captures: readonly Capture[], again: number | null, line: number): void
  /** `blanks`: how many blank lines stand before the line. */
  prose(step: number, blanks: number, text: string, line: number): void
  finish(): { values: Values; signoffs: Signoffs; conflicts: Problem[] }
}

export function createGathering(template: Template, { steps, loops }: Course): Gathering {
  const root = emptyValues()
  for (const loop of loops) if (loop.group.level === 1) root.groups[loop.group.id] = []
  const signoffs: Record<string, Signoff> = {}
  const conflicts: Problem[] = []
  const referred: { slot: Slot; at: readonly number[]; text: string; source: Source; line: number }[] = []
  let prose: { step: number; values: Values; line: number; text: string } | null = null
  /** The items being read, the record first. */
  let open: { loop: number; values: Values }[] = []

  /** The values of the item a step belongs to, making the items that are missing on the way. */
  function enter(step: number, again: number | null): Values {
    const around = loops.flatMap((loop, i) => (loop.start <= step && step < loop.end ? [i] : []))
    const kept = around.findIndex((loop, depth) => open[depth]?.loop !== loop || loop === again)
    open = kept < 0 ? open.slice(0, around.length) : open.slice(0, kept)
    for (const loop of around.slice(open.length)) {
      const group = loops[loop]?.group
      const parent = open.at(-1)?.values ?? root
      const item = emptyValues()
      for (const inner of loops)
        if (group && inner.group.id.startsWith(`${group.id}.`) && inner.group.level === group.level + 1)
          item.groups[inner.group.id] = []
      if (group) parent.groups[group.id] = [...(parent.groups[group.id] ?? []), item]
      open.push({ loop, values: item })
    }
    return open.at(-1)?.values ?? root
  }

  function holder(part: SlotPart): Values {
    return open[levelOf(part.key) - 1]?.values ?? root
  }

  function take(part: SlotPart, source: string, line: number): void {
    const slot = template.slots.get(part.key)
    if (slot === undefined || source === '' || isPlaceholder(slot, source)) return
    const inCell = part.context.kind === 'inline' && part.context.cell
    // In a cell a pipe is escaped even in code; the value itself knows nothing of cells.
    const markdown = inCell ? source.replaceAll('\\|', '|') : source
    const text = slot.form === 'plain' ? decodeText(part.context, source) : markdown
    const written = { kind: part.context.kind, source }
    if (part.at === null) assign(slot, holder(part), text, written, line)
    else referred.push({ slot, at: part.at, text, source: written, line })
  }

  function assign(slot: Slot, values: Values, text: string, source: Source, line: number): void {
    const known = values.slots[slot.key]
    if (known === undefined) {
      values.slots[slot.key] = text
      values.sources[slot.key] = [source]
    } else if (known === text || (slot.form === 'inline' && sameNodes(parseInline(known), parseInline(text)))) {
      const sources = values.sources[slot.key] ?? []
      if (!sources.some((one) => one.kind === source.kind && one.source === source.source)) sources.push(source)
    } else {
      const reason = `${slot.label} stands in more than one place of the file and says something else here; the first was kept.`
      conflicts.push({ line, text: source.source, reason })
    }
  }

  function endProse(): void {
    const part = prose && steps[prose.step]?.prose
    if (prose !== null && part) take(part, prose.text, prose.line)
    prose = null
  }

  return {
    match(step, captures, again, line) {
      endProse()
      const values = enter(step, again)
      for (const capture of captures) {
        if ('done' in capture) {
          if (capture.done !== capture.part.done) values.ticks[capture.part.id] = capture.done
        } else if ('source' in capture) {
          const { part, source } = capture
          if (part.type === 'slot') take(part, source, line)
          else if (part.type === 'signoff' && !/^\{\{[A-Z0-9_]+\}\}$/.test(source)) {
            const known = signoffs[part.role] ?? { name: '', date: '', source: { name: '', date: '' } }
            signoffs[part.role] = {
              ...known,
              [part.field]: decodeText(part.context, source),
              source: { name: '', date: '', ...known.source, [part.field]: source },
            }
          }
        }
      }
    },
    prose(step, blanks, text, line) {
      const values = enter(step, null)
      if (prose?.step === step && prose.values === values) {
        prose = { ...prose, text: `${prose.text}${'\n'.repeat(blanks + 1)}${text}` }
      } else {
        endProse()
        prose = { step, values, line, text }
      }
    },
    finish() {
      endProse()
      for (const { slot, at, text, source, line } of referred) {
        const item = itemAt(root, slot.group, at)
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

function isPlaceholder(slot: Slot, source: string): boolean {
  const name = /^\{\{([A-Z][A-Z0-9_]*)\}\}$/.exec(source)?.[1]
  return name !== undefined && (name === slot.key || matchKey(slot.key, name) !== null)
}

function itemAt(root: Values, group: string | null, at: readonly number[]): Values | undefined {
  const ids = (group ?? '').split('.')
  return ids.reduce<Values | undefined>(
    (values, _, i) => values?.groups[ids.slice(0, i + 1).join('.')]?.[(at[i] ?? 0) - 1],
    root,
  )
}
