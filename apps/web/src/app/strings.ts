/**
 * The words of the frame and of pages that belong to no feature. Each folder keeps its own `strings.ts`; all of them
 * hold plain words with `{names}` for `say` to fill, so that a translation needs no code.
 */
export const appStrings = {
  product: 'Colophon',
  titled: '{page} · {workspace}',
  skip: 'Skip to the page',
  records: 'Records',
  people: 'People and settings',
  account: '{initials}, account of {name}',
  signOut: 'Sign out',
  signOutFailed: 'You are still signed in.',
  keys: 'Keys',
  search: 'Find or do',
  theme: 'Appearance',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  loading: 'Opening…',
  offline:
    'You are offline, or the server is down. What is on this page stays; it goes on when the connection is back.',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or what stood here was removed. Nothing of yours is lost by coming here.',
  toRecords: 'Go to the records',
  errorTitle: 'This part of the page has stopped',
  errorText:
    'Something went wrong that should not have. What was saved is safe on the server; the rest of Colophon goes on working.',
  panelErrorTitle: 'This could not be shown',
  panelErrorText:
    'Something went wrong that should not have, or Colophon was updated meanwhile. The page behind goes on working; reload it if this comes again.',
  errorDetail: 'What was reported',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  outdatedTitle: 'This page is out of date',
  outdatedText:
    'Colophon was updated while this page was open. Reload it to go on; what was saved is safe on the server.',
  unreachableTitle: 'The server cannot be reached',
  mainNavigation: 'Main',
  keysEverywhere: 'Everywhere',
  keysShow: 'Show these keys',
  keysMessages: 'Go to the messages',
} as const
