import type { Change } from '@colophon/protocol'
import { changeStrings as strings } from '#strings/signoffChanges'
import { namesOf } from '../../text/names.js'
import { say } from '../../text/say.js'

/** Where a change is, as the page would say it; `''` for one that is nowhere in particular. */
export function nameOf(change: Change): string {
  if (change.kind === 'form') return ''
  const { where } = change
  const label = 'title' in change && change.title !== '' ? say(strings.changeItem, change) : change.label
  if (label === '') return where
  // The line of a tick can begin with the name of the item it stands in.
  return label.startsWith(where) ? label : say(strings.changePlace, { where, label })
}

/** What became of it, in a sentence; the words of a text are shown beside it. */
export function wordsOf(change: Change): string {
  switch (change.kind) {
    case 'text':
      if (change.after === null) return strings.changeWentAlong
      if (change.before === null) return strings.changeCameAlong
      if (change.before === '') return strings.changeFilled
      return change.after === '' ? strings.changeEmptied : strings.changeRewritten
    case 'tick':
      return change.done ? strings.changeTicked : strings.changeUnticked
    case 'added':
      return strings.changeAdded
    case 'removed':
      return strings.changeRemoved
    case 'moved':
      return say(strings.changeMoved, change)
    case 'form':
      return strings.changeForm
    default:
      return change satisfies never
  }
}

/** By whom, as far as that is known. */
export function peopleOf({ by = [] }: Change): string {
  return by.length === 0 ? '' : say(strings.changeBy, { names: namesOf(by) })
}
