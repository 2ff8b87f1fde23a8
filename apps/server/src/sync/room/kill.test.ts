import type { Position } from '@colophon/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../store/testing/temporary-folder.js'
import { startChild } from '../testing/child.js'
import { ada, grace } from '../testing/people.js'
import { openRawClient, type RawClient } from '../testing/raw-client.js'

const recordId = 'killed-rec-01'
const rounds = 4
const seed = Number(process.env.FC_SEED ?? 16_180)
/** After how many saved edits of one writer the server is killed, round by round. */
const moments = fc.sample(fc.integer({ min: 20, max: 80 }), { numRuns: rounds, seed })

test(`[D2] [D8] killed in mid-typing again and again, no edit that was called saved is missing and nobody is turned away (seed ${seed})`, {
  timeout: 60_000,
}, async () => {
  const folder = await temporaryFolder()
  const acknowledged: string[] = []
  const seen = new Map<string, Position | undefined>()
  for (const [round, moment] of moments.entries()) {
    const server = await startServer(folder)
    // [D8] Nothing that anybody has seen is lost, so nobody is turned away.
    const writers = await Promise.all(
      [ada, grace].map((who) => openRawClient(server.url, recordId, who, { handshake: { seen: seen.get(who.id) } })),
    )
    // The first document frame is the answer to the server's own question.
    await Promise.all(writers.map((writer) => writer.until(() => writer.saved() === 1)))
    const kill = (saved: number) => saved > moment && server.process.kill('SIGKILL')
    const words = await Promise.all(writers.map((writer, index) => type(writer, `${round}${'ag'[index]}`, kill)))
    acknowledged.push(...words.flat())
    for (const [index, { id }] of [ada, grace].entries()) seen.set(id, writers[index]?.positions.at(-1))
  }

  const server = await startServer(folder)
  const reader = await openRawClient(server.url, recordId, ada)
  await reader.sync()
  const present = new Set(reader.text().split(' '))
  expect(acknowledged.length).toBeGreaterThan(rounds * 20)
  expect(acknowledged.filter((word) => !present.has(word))).toEqual([])
})

/** Types words as fast as they are taken, until the server is gone. @returns the words that were called saved */
async function type(writer: RawClient, name: string, onSaved: (count: number) => void): Promise<string[]> {
  const words: string[] = []
  let isOver = false
  const over = writer.closed.then(() => {
    isOver = true
  })
  while (!isOver) {
    const word = `${name}-${words.length}`
    words.push(word)
    writer.edit((text) => text.insert(0, `${word} `))
    // Three ahead of the disk at most, so that the kill finds some edits saved and some on their way.
    if (words.length % 3 === 0) await Promise.race([over, writer.until(() => writer.saved() > words.length - 3)])
    onSaved(writer.saved())
  }
  return words.slice(0, writer.saved() - 1)
}

async function startServer(folder: string) {
  const { process, line } = await startChild('serve-folder.ts', [folder, recordId])
  return { process, url: line }
}
