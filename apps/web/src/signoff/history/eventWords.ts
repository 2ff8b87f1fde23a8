import type { PastEntry, PastEvent } from '@colophon/protocol'
import { historyStrings as strings } from '#strings/signoffHistory'
import { anyOf } from '../../text/names.js'
import { say } from '../../text/say.js'

/** What happened, in a plain sentence. */
export function eventWords({ actor, what }: Pick<PastEntry, 'actor' | 'what'>): string {
  const who = actor.name
  switch (what.event) {
    case 'created':
      return say(strings.created, { who })
    case 'role-assigned':
      return assigned(who, what)
    case 'access-changed':
      return accessChanged(who, what)
    case 'general-access-changed':
      return isKey(strings.general, what.right)
        ? say(strings.general[what.right], { who })
        : say(strings.generalTaken, { who })
    case 'approved':
      return approved(who, what)
    case 'declined':
      return say(strings.declined, { who, label: what.label, reason: what.reason })
    case 'withdrawn':
      return say(strings.withdrawn, { who, label: what.label })
    case 'exported':
      return say(strings.exported, { who })
    case 'completed':
      return say(strings.completed, { who, version: what.version, name: what.name })
    case 'reopened':
      return say(strings.reopened, { who, version: what.version, reason: what.reason })
    default:
      return what satisfies never
  }
}

type Of<Kind extends PastEvent['event']> = Extract<PastEvent, { event: Kind }>

function assigned(who: string, { label, required, eligible }: Of<'role-assigned'>): string {
  const names = anyOf(eligible)
  if (eligible.length === 0) return say(required ? strings.unassigned : strings.unassignedOptional, { who, label })
  return say(required ? strings.assigned : strings.assignedOptional, { who, label, names })
}

function accessChanged(who: string, { person, right }: Of<'access-changed'>): string {
  const words = isKey(strings.access, right) ? strings.access[right] : strings.accessTaken
  return say(words, { who, person: person.name })
}

function approved(who: string, { label, meaning, comment }: Of<'approved'>): string {
  const sentence =
    meaning === 'approved'
      ? say(strings.approved, { who, label })
      : say(strings.approvedMeaning, { who, label, meaning })
  return comment === null ? sentence : say(strings.comment, { sentence, comment })
}

function isKey<Key extends string>(words: Readonly<Record<Key, string>>, key: string | null): key is Key {
  return key !== null && Object.hasOwn(words, key)
}
