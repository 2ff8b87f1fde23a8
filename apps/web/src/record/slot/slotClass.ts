import carets from '../editor/Carets.module.css'
import proseMirror from '../editor/ProseMirror.module.css'
import atoms from './Atoms.module.css'
import direction from './Direction.module.css'
import marks from './Marks.module.css'
import prose from './Prose.module.css'
import slot from './Slot.module.css'
import tables from './Tables.module.css'
import tasks from './Tasks.module.css'

/** A slot as a whole: its place, and what any text in it may hold, whether an editor or plain elements show it. */
export const slotClass = [slot.slot, marks.slot, atoms.slot, carets.slot, proseMirror.slot].join(' ')

/** The text of a slot within a line. */
export const textClass = slot.text

/** The text of a slot that is rich text. */
export const proseClass = [slot.prose, prose.prose, tasks.prose, tables.prose, direction.prose].join(' ')
