import { isCurrent, type Ledger } from '@colophon/protocol'
import { slotFragment } from '@colophon/template'
import * as Y from 'yjs'
import type { SocketClient } from '../../clients/socket-client.js'
import { spell, spreadOf } from '../../measure/figures.js'
import type { RunContext } from '../../run.js'
import type { Desk } from './desk.js'

/** The goal is 200 ms; on a machine that is busy with other things only far more is a fault. */
const tooLongMs = 20_000

/** Changes a signed record and changes it back, and times until everybody hears that its ticks are stale, and current again. */
export async function followEdits({ figure, holds }: RunContext, desk: Desk, times: number): Promise<void> {
  const watchers = await Promise.all(desk.seats.map(({ signer }) => signer.open(desk.recordId)))
  const writer = await desk.owner.open(desk.recordId)
  await writer.sync()
  const fingerprint = await desk.fingerprint()
  for (const seat of desk.seats) await desk.sign(seat, 'approve', fingerprint)
  await heardByAll(watchers, true)

  const staleMs: number[] = []
  const currentMs: number[] = []
  for (let time = 0; time < times; time += 1) {
    const undo = new Y.UndoManager(slotFragment(writer.doc, 'KNOWN_ISSUES'), { captureTimeout: 0 })
    staleMs.push(await timed(writer, watchers, false, () => type(writer.doc)))
    currentMs.push(await timed(writer, watchers, true, () => undo.undo()))
    undo.destroy()
  }
  figure('from an edit that is saved to its ticks stale for everybody', spell(spreadOf(staleMs)))
  figure('from its undoing to its ticks current for everybody', spell(spreadOf(currentMs)))
  const worst = Math.max(...staleMs, ...currentMs)
  holds('G3', worst < tooLongMs, `It took ${Math.round(worst)} ms until everybody knew whether the ticks still hold`)
  for (const client of [writer, ...watchers]) client.close()
}

async function timed(
  writer: SocketClient,
  watchers: readonly SocketClient[],
  current: boolean,
  edit: () => void,
): Promise<number> {
  const heard = heardByAll(watchers, current)
  edit()
  await writer.allSaved()
  const since = performance.now()
  await heard
  return Math.max(0, performance.now() - since)
}

async function heardByAll(watchers: readonly SocketClient[], current: boolean): Promise<void> {
  const what = `ticks that are ${current ? 'current' : 'stale'}`
  await Promise.all(watchers.map((watcher) => watcher.until(what, () => standing(watcher.ledger()) === current)))
}

/** Whether all ticks cover what the record says, or none; `undefined` in between. */
function standing(ledger: Ledger | undefined): boolean | undefined {
  const found = new Set(ledger?.signoffs.map(({ decision }) => isCurrent(ledger, decision)))
  return found.size === 1 ? found.has(true) : undefined
}

function type(doc: Y.Doc): void {
  const [paragraph] = slotFragment(doc, 'KNOWN_ISSUES').toArray()
  if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('A word more.')])
}
