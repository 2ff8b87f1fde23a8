/** The words for a record that was put back from a backup. */
export const restoredStrings = {
  title: 'This record was put back from a backup',
  text: 'You had written in these places since then. What you added is no longer in the record: copy what is worth keeping to where it belongs.',
  banner: 'This record was put back from a backup. What you had written since then is kept in this browser.',
  unread:
    'This record was put back from a backup. What you had written since then is kept in this browser, which did not give it back. Reload the page to try again.',
  show: 'Show it',
  copy: 'Copy',
  copyAll: 'Copy all',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text and copy it by hand.',
  dismiss: 'Dismiss',
  dismissText: 'Dismissing it deletes it from this browser.',
} as const
