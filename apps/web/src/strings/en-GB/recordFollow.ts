/** The words of following somebody through a record. */
export const followStrings = {
  region: 'Following',
  following: 'Following {name}',
  at: 'in {place}',
  nowhere: 'in no slot just now',
  stop: 'Stop',
  started: 'Following {name}. Escape stops it, and so does writing or scrolling.',
  moved: '{name} is in {place}.',
  stopped: 'No longer following {name}.',
  lost: 'The connection is lost, so {name} cannot be followed.',
  left: '{name} has left the record, so you follow nobody now.',
} as const
