/** What a record's page shows of its sign-offs: one chunk, fetched when the page is there to be written in. */
export { RecordDialogs } from './RecordDialogs.js'
export { SignoffInText } from './SignoffInText.js'
export { SignoffPanel } from './SignoffPanel.js'
