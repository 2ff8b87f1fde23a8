/** The words of the record's page. */
export const recordStrings = {
  opening: 'Opening the record…',
  unreadableTitle: 'This record cannot be shown',
  unreadableText:
    'What the server holds under this address is not a record this page understands: {why} Nothing was changed. Reload the page; if it stays so, ask whoever runs this server.',
  reload: 'Reload the page',
  missingSlot: '{label} (missing)',
  brokenSlot: '{label} could not be shown. The rest of the record works; what was written is kept.',
  showAgain: 'Show it again',
  editorAway: 'What it takes to write has not been fetched yet',
  editorAwayDetail: 'What you type here is kept, and appears once the server can be reached again.',
  editorGone: 'What it takes to write could not be fetched',
  editorGoneDetail:
    'Colophon was probably updated meanwhile. Reload the page; what you typed here just now has to be typed again.',
  empty: '{label}, empty',

  kindDate: 'date',
  kindLink: 'link',
  kindDuration: 'duration',
  kindPercent: 'per cent',
  kindCount: 'number',
  kindStatus: 'status',
  kindPerson: 'name',
  kindText: '',
  gapWithHint: '{label} ({hint})',

  done: '{label}: done',
  tickPlain: 'Done',
  properties: 'Properties',

  itemMenu: '{label} {number}: options',
  moveUp: 'Move up',
  moveDown: 'Move down',
  addAfter: 'Add another after it',
  remove: 'Remove',
  add: 'Add {label}',
  undo: 'Undo',
  redo: 'Redo',
  movedTo: '{label} is now number {number}.',
  added: '{label} {number} was added.',
  removed: '{label} {number} was removed.',
  removedDetail: 'Everything in it went with it.',

  outline: 'Outline',
  outlineShow: 'Show the outline',
  filled: '{count} of {total} filled',
  completeness: 'Completeness',

  bar: 'This record',
  preview: 'Preview and export',
  previewShort: 'Preview',
  share: 'Share',
  peopleHere: 'Here now',
  follow: 'Follow {name}',
  followInitials: '{initials}, follow {name}',
  panel: 'Sign-offs and checks',
  inSlot: '{name} is writing here',
  statusDraft: 'Draft',
  statusInReview: 'In review',
  statusCompleted: 'Completed',

  saveLoading: 'Opening…',
  saveSaved: 'Saved',
  saveSaving: 'Saving…',
  saveOffline: 'Offline',
  saveOfflineMore: 'You are offline. Everything you wrote before is saved.',
  saveDevice: 'On this device only',
  saveDeviceMore: 'What you write is kept in this browser and is sent when the connection is back.',
  saveUnsaved: 'Not saved: {why}',
  saveUnsavedOffline: 'no connection, and this browser does not keep it',
  saveReadOnly: 'Read only',
  saveEnded: 'Disconnected',
  saveUnsavedEnded: 'this page is disconnected',
  alreadySaved: 'Already saved: everything is, as you write.',
  notYetSaved: 'Nothing needs to be done to save. Now: {state}.',

  bannerOffline:
    'Not connected. You can go on writing; it is kept in this browser and sent when the connection is back.',
  bannerOfflineUnkept:
    'Not connected, and this browser cannot keep your work. Leave this page open until the connection is back, or copy what you wrote.',
  bannerUnkept:
    'This browser does not keep a copy on this device, so what you write while offline would be lost if you close the page. While you are connected it is saved as usual.',
  bannerAtStake: 'What you wrote here last is kept nowhere else: copy it before you reload.',
  bannerNotTaken:
    'What you wrote last came too late and is not saved: copy it from here before you leave or reload the page.',
  bannerRevoked:
    'You may no longer open this record. What you wrote before is kept; ask an admin if this is a mistake.',
  bannerDeleted:
    'This record was deleted. What it held can still be read and copied here. If it is put back, reload the page to go on.',
  bannerListening:
    'The server goes on refusing what this page sends, so it sends nothing more: you may read here but not write. What the server has is safe. Reload the page to try again; if it stays so, tell whoever runs this server.',
  bannerRefused:
    'The server closes the connection whatever this page does, so the page has stopped. What the server has is safe. Reload the page to try again; if it stays so, tell whoever runs this server.',

  leaveTitle: 'Some of your work is not saved yet',
  leaveText: 'If you leave now, what is not saved may be lost.',
} as const
