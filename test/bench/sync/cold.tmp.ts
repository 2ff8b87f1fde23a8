import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from 'node:child_process'
import { join } from './clients/participant.js'
import { wholeOf } from './clients/filling.js'
import { cpuNs } from './meters/usage.js'
import { readRecords } from './records-file.js'
import { colophonPeer as peer } from './servers/colophon.js'
const [, , folder = '', record = 'old', people = '1', perf = ''] = process.argv
const running = await peer.start(folder)
const [smallId = ''] = await readRecords(folder, 'small')
const [recordId = ''] = await readRecords(folder, record)
const early = await join({ door: running.door(smallId), dialect: peer.dialect })
await wait(400)
const idle0 = cpuNs(running.pid); await wait(150); console.log('idle 150ms', ((cpuNs(running.pid) - idle0) / 1e6).toFixed(1))
let p
if (perf) { p = spawn('perf', ['record', '-e', 'cpu-clock', '-F', '20000', '-g', '-p', String(running.pid), '-o', '/tmp/perf.data'], { stdio: 'ignore' }); await wait(700) }
const before = cpuNs(running.pid)
const t = performance.now()
let got = 0
const all = await Promise.all(Array.from({ length: +people }, () => join({ door: running.door(recordId), dialect: peer.dialect, isAnswer: (r) => { const ok = wholeOf(+(process.env.CLOCKS ?? 260000))(r); return r.kind === 'state' } })))
console.log('answered', (performance.now() - t).toFixed(1), 'cpu', ((cpuNs(running.pid) - before) / 1e6).toFixed(1))
await wait(100)
console.log(record, people, 'cpu ms', ((cpuNs(running.pid) - before) / 1e6).toFixed(1))
if (p) { p.kill('SIGINT'); await wait(500) }
for (const x of [early, ...all]) x.leave()
await running.stop('SIGKILL')
