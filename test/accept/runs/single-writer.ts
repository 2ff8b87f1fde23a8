import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunningServer, ServerEnded, startServer } from '../../server.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { RuleBroken, type Run, type RunContext } from '../run.js'

export const singleWriter: Run = {
  name: 'single-writer',
  rules: ['D4'],
  about: 'starts a second process on a folder in use, also in the same instant, and again after the first was killed',
  async perform(context) {
    const { figure, holds, long } = context
    const first = await startServer()
    context.defer(() => first.stop())
    const { admin } = await setUpWorkspace(first)
    const recordId = await admin.createRecord('Held by one')
    const index = join(first.dataDir, 'colophon.json')

    const before = await hashOf(index)
    const refusal = await refusalOf(first)
    figure('the second one said', refusal.output.trim())
    holds('D4', refusal.exitCode === 1, `The second process ended with ${refusal.exitCode}, not with 1`)
    holds('D4', refusal.output.includes(first.dataDir), 'The refusal does not name the folder')
    holds(
      'D4',
      refusal.output.includes(String(first.pid)),
      'The refusal does not name the process that holds the folder',
    )
    holds('D4', (await hashOf(index)) === before, 'The refused process changed colophon.json')
    holds('D4', (await admin.markdown(recordId)).length > 0, 'The first process does not serve any more')

    const rounds = long ? 15 : 1
    for (let round = 0; round < rounds; round += 1) await race(context, first)
    await first.start()
    holds('D4', (await admin.markdown(recordId)).length > 0, 'The record cannot be read after the races')
    figure('pairs started in the same instant, one of each refused', rounds)
  },
}

/** Kills whoever holds the folder and starts two at once: one of them must come up, and one only. */
async function race({ holds }: RunContext, { dataDir, end }: RunningServer): Promise<void> {
  await end('SIGKILL')
  const outcomes = await Promise.allSettled([startServer({ dataDir }), startServer({ dataDir })])
  const started = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  for (const server of started) await server.end('SIGKILL')
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : []))
  holds('D4', started.length === 1, `${started.length} of two processes took the folder. ${reasons.join('\n')}`)
  holds(
    'D4',
    reasons.every((reason) => reason.includes(dataDir)),
    `Refused without naming the folder: ${reasons}`,
  )
}

async function refusalOf({ dataDir }: RunningServer): Promise<ServerEnded> {
  try {
    const second = await startServer({ dataDir })
    await second.end('SIGKILL')
  } catch (error) {
    if (error instanceof ServerEnded) return error
    throw error
  }
  throw new RuleBroken('D4', 'A second process started on the folder')
}

const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
