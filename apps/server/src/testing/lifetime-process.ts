import { manageLifetime } from '../lifetime.js'
import { createLog } from '../log.js'

/** A process that does nothing but live and end, in the way its argument says. */
const scenario = process.argv[2]

manageLifetime({
  log: createLog('info'),
  deadlineMs: scenario === 'stuck' ? 50 : 60_000,
  async close() {
    if (scenario === 'stuck') await new Promise(() => undefined)
    if (scenario === 'failing') throw new Error('the disk is full')
    process.stdout.write('flushed\n')
  },
})

setInterval(() => undefined, 60_000)
process.stdout.write('ready\n')
if (scenario === 'rejection') void Promise.reject(new Error('nobody saw this coming'))
if (scenario === 'exception') {
  setImmediate(() => {
    throw new Error('nobody saw this coming')
  })
}
