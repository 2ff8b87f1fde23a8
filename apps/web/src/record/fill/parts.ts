/** What a record's page shows of who is to fill what: one chunk, fetched when the page is there to be read. */
export { OwnerAvatar } from '../assign/OwnerAvatar.js'
export { SectionAssign } from '../assign/SectionAssign.js'
export { FillControls } from './FillControls.js'
