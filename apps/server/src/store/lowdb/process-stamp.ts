import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { errno, unlessMissing } from './errno.js'

/** Which process holds a folder: a pid alone may belong to another by now. */
export const processStampSchema = z.object({
  pid: z.int().positive(),
  /** Clock ticks since the boot at which the process began; `null` where the system does not say (no `/proc`). */
  startTicks: z.string().nullable(),
})
export type ProcessStamp = z.infer<typeof processStampSchema>

export async function stampOfThisProcess(): Promise<ProcessStamp> {
  return { pid: process.pid, startTicks: (await startTicksOf(process.pid)) ?? null }
}

/** Whether that very process still runs. */
export async function isRunning({ pid, startTicks }: ProcessStamp): Promise<boolean> {
  if (startTicks !== null) return (await startTicksOf(pid)) === startTicks
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process is there, and another user's.
    return errno(error) === 'EPERM'
  }
}

/** Field 22 of `/proc/<pid>/stat`, counted after the name, which may hold spaces and brackets itself. */
async function startTicksOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(unlessMissing)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}
