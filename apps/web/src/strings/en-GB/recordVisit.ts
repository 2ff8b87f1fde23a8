/** The words of what happened since one's last visit; fetched with it, not with every record. */
export const visitStrings = {
  title: 'Since you were here',
  nothing: 'Nothing new',
  count: { one: '{count} change', other: '{count} changes' },
  lastVisit: 'By others, since your last visit:',
  list: 'What others changed',
  words: 'Show the words',
  comparing: 'Comparing the words…',
  all: 'Show all {count}',
  seen: 'Seen',
  seenSaid: 'Marked as seen.',
} as const
