/** The words for the lines of an imported file that found no place. */
export const notesStrings = {
  title: {
    one: '{count} line of the imported file found no place',
    other: '{count} lines of the imported file found no place',
  },
  text: 'They are kept here until you dismiss them. Copy what is worth keeping to where it belongs.',
  line: 'Line {line}',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'The browser did not allow copying. Select the text and copy it by hand.',
  dismiss: 'Dismiss',
  dismissed: 'The line was dismissed.',
} as const
