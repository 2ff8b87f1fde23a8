export const suggestStrings = {
  blocks: 'Insert',
  emoji: 'Emoji',
  people: 'People',
  found: {
    one: '{kind}: {count} suggestion. Enter takes it, Escape closes.',
    other: '{kind}: {count} suggestions. Arrows choose, Enter takes, Escape closes.',
  },
  today: 'Today’s date',
  todayAlso: 'date day now',
  peopleUnknown:
    'The people of this workspace could not be fetched, so none are suggested. A name can be typed as well.',
} as const
