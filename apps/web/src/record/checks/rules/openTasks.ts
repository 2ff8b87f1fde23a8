import { checkStrings as strings } from '#strings/recordChecks'
import { namesOf } from '../../../text/names.js'
import { say } from '../../../text/say.js'
import { type Finding, type Spot, spotOf } from '../finding.js'
import type { Sheet } from '../sheet.js'

/** A status that says this and no more. Whoever adds "one follow-up open" has said it already. */
const done =
  /^(?:✅|✔️?)?\s*(?:done|completed?|finished|closed|shipped|delivered|released|100\s?%)\s*[.!]?\s*(?:✅|✔️?)?$/iu

/** What is said to be done lists nothing that is still open. */
export function openTasks(sheet: Sheet): Finding[] {
  const said = saysDone(sheet)
  if (said === undefined) return []
  const open = sheet.items.flatMap(({ boxes }) => boxes.filter((box) => !box.done))
  if (open.length === 0) return []
  const name = sheet.name === '' ? strings.theRecord : sheet.name
  const items = namesOf(open.map((box) => ({ name: shortName(box.name, sheet.name) })))
  const sentence = say(strings.openTasks, { name, items, count: open.length })
  return [{ rule: 'open-tasks', sentence, places: [said, ...open.map(spotOf)] }]
}

/** Where it is said: in its status if that says anything, otherwise by its tick. */
function saysDone({ entries, boxes }: Sheet): Spot | undefined {
  const statuses = entries.filter(({ kind, text }) => kind === 'status' && text !== '')
  const [status] = statuses
  if (status !== undefined) return statuses.every(({ text }) => done.test(text)) ? spotOf(status) : undefined
  const [box] = boxes
  return box !== undefined && boxes.every((one) => one.done) ? spotOf(box) : undefined
}

/** Within its own item a task needs no more than its own name: `Task 2` of `Phase 1, Task 2`. */
const shortName = (name: string, within: string) =>
  name.startsWith(`${within}, `) ? name.slice(within.length + 2) : name
