import { slotPath } from '@colophon/template'
import type { CrowdTask } from './crowd/task.js'
import type { PlacedRecord } from './pages/colophon.js'
import { template } from './texts.js'

/** Who types where. */
export interface Seating {
  readonly task: CrowdTask
  /** Leads to the text of the one whose keys are watched. */
  readonly watched: string
}

/** Seats so many people: the first alone in a slot that is in view, the others all over the record, also in one's own slot. */
export function seating({ doors }: PlacedRecord, people: number, keys: number): Seating {
  const others = prose.filter((key) => key !== watchedSlot)
  return {
    task: {
      seats: doors.slice(0, people).map((door, seat) => ({
        door,
        slot: seat === 0 ? watchedSlot : (others[(seat - 1) % others.length] ?? watchedSlot),
      })),
      everyMs,
      // A little longer than one types oneself beside them.
      forMs: keys * ownEveryMs * 1.2,
    },
    watched: `[data-slot="${slotPath('', watchedSlot)}"]`,
  }
}

const everyMs = 200
const ownEveryMs = 130
const watchedSlot = 'KEY_ACHIEVEMENTS'
const prose = [...template.slots.values()]
  .filter(({ form, group }) => form === 'prose' && group === null)
  .map(({ key }) => key)
