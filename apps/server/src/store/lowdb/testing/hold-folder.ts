import { createLog } from '../../../log.js'
import { openLowdbStore } from '../open.js'

/** A process that opens the store in the folder it is given, keeps no hold of it, says so, and stays. */
const [folder = ''] = process.argv.slice(2)
await openLowdbStore(folder, createLog('silent'))
globalThis.gc?.()
setImmediate(() => process.stdout.write('open\n'))
setInterval(() => undefined, 60_000)
