import type { Scenario } from './scenario.js'
import { coldOpen } from './scenarios/cold-open.js'
import { durable } from './scenarios/durable.js'
import { editCost } from './scenarios/edit-cost.js'
import { flatOut } from './scenarios/flat-out.js'
import { meetings } from './scenarios/meetings.js'
import { memory } from './scenarios/memory.js'
import { quiet } from './scenarios/quiet.js'

/** Everything that is measured, in the order of the rules. */
export const scenarios: readonly Scenario[] = [meetings, quiet, flatOut, coldOpen, memory, durable, editCost]
