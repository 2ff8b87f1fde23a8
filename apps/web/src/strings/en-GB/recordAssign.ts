/** The words for who is to fill what. */
export const assignStrings = {
  ownerOf: 'For {name}',
  ownerMe: 'For you',
  gone: 'For somebody who left',
  left: 'For {name}, who left',

  section: 'Assign this section',
  what: 'What to assign',
  lot: '{text} ({count})',
  noSlots: 'There is no slot under this heading.',
  me: 'Me, {name}',
  nobody: 'Nobody',
  loading: 'Looking who is here…',
  failed: 'The people of the workspace could not be fetched. Nothing was changed; try again.',
  assigned: { one: '{name} has {count} slot to fill.', other: '{name} has {count} slots to fill.' },
  unassigned: { one: '{count} slot is nobody’s now.', other: '{count} slots are nobody’s now.' },

  mine: 'Mine {count}',
  mineToFill: 'Mine {count} to fill',
  onlyMineTip: 'Only what is assigned to you',
} as const
