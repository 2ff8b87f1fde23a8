/** What the keys of a record do, in the words of the keys dialog. */
export const keyStrings = {
  title: 'In a record',
  next: 'Next slot',
  previous: 'Previous slot',
  nextEmpty: 'Next empty slot',
  previousEmpty: 'Previous empty slot',
  help: 'To what helps with the slot: its calendar, what is offered, whose it is',
  take: 'Take what is offered',
  leave: 'Leave the slot, so that Tab walks every control',
  undo: 'Undo',
  redo: 'Redo',
  find: 'Find in this record',
  save: 'Say whether it is saved',
  toolbar: 'To the format toolbar',
} as const
