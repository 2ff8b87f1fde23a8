// A chunk of its own: all that stands on ProseMirror.
export { land } from '../editor/slotEditor.js'
export { typeAgain } from '../editor/typeAgain.js'
export { SlotEditor } from './SlotEditor.js'
