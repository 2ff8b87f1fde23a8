import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { startServer } from '../../server.js'
import { branch } from '../chance.js'
import type { Member } from '../clients/member.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { preload } from '../faults/preload.js'
import { spell, spreadOf } from '../measure/figures.js'
import type { Run, RunContext } from '../run.js'
import { type Visit, visitRecord } from './reopen/visit.js'

const slowestMs = 500

export const reopen: Run = {
  name: 'reopen',
  rules: ['S3'],
  about:
    'opens, closes and opens records again, also deleted and restored, while each call of the store takes 0 to 500 ms',
  async perform(context) {
    const { chance, defer, figure, holds, seed } = context
    const flag = join(tmpdir(), `colophon-slow-disk-${process.pid}-${seed}`)
    const server = await startServer({
      execArgv: [...preload('slow-disk'), ...preload('quick-idle')],
      env: { SLOW_DISK_FLAG: flag, SLOW_DISK_MS: String(slowestMs), SLOW_DISK_SEED: String(seed) },
    })
    defer(() => server.stop())
    defer(() => rm(flag, { force: true }))
    const { admin, join: invite } = await setUpWorkspace(server)
    const members = [await invite('Grace'), await invite('Edsger')]
    const recordIds = [await admin.createRecord('Reopened'), await admin.createRecord('Reopened and deleted')]
    await writeFile(flag, '')

    const saved = new Map(recordIds.map((id) => [id, new Set<string>()]))
    const visits = Promise.all(
      recordIds.flatMap((recordId) =>
        members.map((member, index) =>
          comeAndGo(
            context,
            { context, url: server.url, member, recordId, saved, chance: branch(chance) },
            `w${index}`,
          ),
        ),
      ),
    )
    await Promise.all([visits, deleteAndRestore(context, admin, recordIds[1] ?? '', visits)])
    await rm(flag)
    await server.end('SIGTERM')
    await server.start()
    await expectAllSaved(context, admin, saved)

    const opened = spreadOf((await visits).flat())
    const waited = (await visits).flat().filter((ms) => ms > slowestMs / 10).length
    figure('openings', opened.count)
    figure('of which had to wait for the store', waited)
    figure('from asking to synced', spell(opened))
    holds('S3', waited > opened.count / 10, 'Hardly any room was opened anew on a slow store, so nothing was shown')
  },
}

/** Visits a record again and again. @returns how long each visit took to be synced, ms */
async function comeAndGo({ long }: RunContext, visit: Omit<Visit, 'word'>, name: string): Promise<number[]> {
  const opened: number[] = []
  for (let round = 0; round < (long ? 80 : 8); round += 1) {
    opened.push(await visitRecord({ ...visit, word: `${name}r${round}` }))
    // Between nothing and longer than a room without people stays.
    await pause(prng.real53(visit.chance) * 300)
  }
  return opened
}

async function expectAllSaved(
  { figure, holds }: RunContext,
  member: Member,
  saved: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  for (const [recordId, words] of saved) {
    const printed = new Set((await member.markdown(recordId)).split(/\s+/))
    const lost = [...words].filter((word) => !printed.has(word))
    holds(
      'S3',
      lost.length === 0,
      `${lost.length} edits that were called saved are gone: ${lost.slice(0, 5).join(' ')}`,
    )
  }
  figure(
    'edits called saved, all of them still there',
    [...saved.values()].reduce((sum, { size }) => sum + size, 0),
  )
}

/** Takes the record from under its visitors and puts it back, as often as there is time. */
async function deleteAndRestore(
  { holds }: RunContext,
  admin: Member,
  recordId: string,
  visits: Promise<unknown>,
): Promise<void> {
  let over = false
  const end = visits.finally(() => {
    over = true
  })
  while (!over) {
    await Promise.race([end, pause(700)])
    const { status } = await admin.request('DELETE', `/api/v1/records/${recordId}`)
    holds('S3', status === 204, `Deleting the record was answered with ${status}`)
    const restored = await admin.request('POST', `/api/v1/records/${recordId}/restore`)
    holds('S3', restored.ok, `Restoring the record was answered with ${restored.status}`)
  }
}
