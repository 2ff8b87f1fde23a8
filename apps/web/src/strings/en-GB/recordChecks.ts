/** The words of the checks; fetched with them, not with every record. */
export const checkStrings = {
  title: 'Checks',
  nothing: 'Nothing to look at',
  checking: 'Looking…',
  failed: 'Failed ({why}); tried again after the next change',
  count: '{count} to look at',
  list: 'Things to look at',
  /** A slot within an item. */
  slotIn: '{item}: {slot}',
  theRecord: 'The record',

  datesOrder: '{end} ({endText}) comes before {start} ({startText}).',
  dateBefore: '{name} ({text}) comes before {bound} ({boundText}).',
  dateAfter: '{name} ({text}) comes after {bound} ({boundText}).',
  dateImpossible: '{name} says {text}, a day the calendar does not have.',
  dateNone: '{name} says “{text}”, which is no date.',
  percentOver: '{name} says {text}, which is more than 100 %.',
  moreResolved: '{resolved} ({resolvedText}) is more than {found} ({foundText}).',
  openTasks: {
    one: '{name} is said to be done, and {items} is still open.',
    other: '{name} is said to be done, and {items} are still open.',
  },

  linkUnfinished: '{name}: “{target}” is only the beginning of an address.',
  linkMisspelt: '{name}: “{target}” does not begin as an address does, with https:// or http://.',
  linkNoScheme: '{name}: “{target}” would be looked for beside the file. An address begins with https://.',
  linkLocal: '{name}: “{target}” is a place on one computer, where nobody else can follow.',
  linkBackslash: '{name}: “{target}” is written with backslashes. A link takes slashes.',
  linkSpace: '{name}: “{target}” has a space in it, where a link would end. Write %20 in its place.',
  linkEncoding: '{name}: “{target}” has a % that stands for nothing. Write %25 in its place.',
  linkNowhere: '{name}: “{target}” leads nowhere.',
  linkWords: '{name} says “{target}”, which is no link.',
} as const
