/** The words for text of one's own that the record does not have any more, by why its copy was set aside. */
export const restoredStrings = {
  causes: {
    restored: {
      title: 'This record was put back from a backup',
      text: 'You had written in these places since then. What you added is no longer in the record: copy what is worth keeping to where it belongs.',
      banner: 'This record was put back from a backup.',
    },
    refused: {
      title: 'The server did not take something you wrote',
      text: 'It refused what came from this browser, so the record was opened anew as the server has it. What you had written in these places is not in it: copy what is worth keeping to where it belongs. If it happens again, tell whoever runs this server.',
      banner: 'The server did not take something you wrote, so this record was opened anew.',
    },
    'too-large': {
      title: 'Something you wrote was too large to save',
      text: 'It was more than the server takes at once, so the record was opened anew as the server has it. What you had written in these places is not in it: copy what is worth keeping, and put it back in smaller parts.',
      banner: 'Something you wrote was too large to save, so this record was opened anew.',
    },
    several: {
      title: 'Some of what you wrote is not in this record',
      text: 'A backup was put in its place, or the server did not take what you wrote. Copy what is worth keeping to where it belongs.',
      banner: 'Some of what you wrote is not in this record.',
    },
  },
  kept: 'Text of yours that is no longer in it is kept in this browser.',
  unkept:
    'Text of yours that is no longer in it is kept on this page only: copy it before you close or reload the page.',
  otherwise:
    'No text is missing, but a tick or the order of items may be as it was before: look over what you changed last.',
  unread:
    'This browser keeps something that you had written in this record and that the server does not have, but did not give it back. Reload the page to try again.',
  show: 'Show it',
  copy: 'Copy',
  copyAll: 'Copy all',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text and copy it by hand.',
  dismiss: 'Dismiss',
  dismissText: 'Dismissing it deletes it from this browser.',
} as const
