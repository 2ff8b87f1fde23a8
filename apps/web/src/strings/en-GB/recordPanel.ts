/** The words of what stands round the text of a record; fetched with it. */
export const panelStrings = {
  show: 'Show the sign-offs, checks and news',
  showNew: 'Show the sign-offs, checks and news: something is new',
  followHere: 'Follow {name}, who is in {section}',
  remarks: { one: '{count} thing to look at', other: '{count} things to look at' },
} as const
