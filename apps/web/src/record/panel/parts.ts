/** What stands round the text of a record, and finds out what is shown there. */
export { PanelButton } from '../bar/PanelButton.js'
export { Outline } from '../outline/Outline.js'
export { Knowing } from './Knowing.js'
export { PanelParts } from './PanelParts.js'
