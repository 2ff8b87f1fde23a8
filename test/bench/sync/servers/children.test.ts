import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cpuNs } from '../meters/usage.js'
import { ChildEnded, startChild } from './children.js'
import { readMemory } from './memory.js'
import { probeArgv } from './probe-argv.js'

const cpu = 0

async function program(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-child-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'program.mjs')
  await writeFile(path, text)
  return path
}

test('[P5] a server is asked what it holds once rubbish is gone', async () => {
  const holder = await program(`
    const kept = Buffer.alloc(40_000_000, 1)
    for (let round = 0; round < 20; round += 1) Buffer.alloc(10_000_000, 1)
    process.stdout.write('running')
    setInterval(() => kept.length, 60_000)
  `)
  const child = await startChild([...probeArgv, holder], { cpu, ready: /running/, probe: true })
  onTestFinished(() => child.end('SIGKILL'))
  const { held, resident } = await readMemory(child)
  expect(held).toBeGreaterThan(40_000_000)
  expect(held).toBeLessThan(60_000_000)
  expect(resident).toBeGreaterThan(held)
})

test('[P1] the processor time of a server is that of all its threads', async () => {
  const busy = await program(`
    import { Worker } from 'node:worker_threads'
    const work = 'const end = performance.now() + 200; while (performance.now() < end);'
    new Worker(work, { eval: true }).once('exit', () => process.stdout.write('running'))
    setInterval(() => {}, 60_000)
  `)
  const child = await startChild([busy], { cpu, ready: /running/ })
  onTestFinished(() => child.end('SIGKILL'))
  expect(cpuNs(child.pid)).toBeGreaterThan(0)
  await child.end('SIGTERM')
  await child.end('SIGTERM')
})

test('[P1] a server that does not come up says why', async () => {
  const broken = await program(`throw new Error('no disk today')`)
  const outcome = startChild([broken], { cpu, ready: /running/ })
  await expect(outcome).rejects.toThrow(ChildEnded)
  await expect(outcome).rejects.toThrow('no disk today')
})
