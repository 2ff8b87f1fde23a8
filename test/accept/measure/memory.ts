import { readFile, writeFile } from 'node:fs/promises'

/** What a process holds in memory now and held at most, bytes; `undefined` where the system does not say. */
export async function memoryOf(pid: number): Promise<{ now: number; most: number } | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined)
  if (status === undefined) return undefined
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
  return { now: bytes('VmRSS'), most: bytes('VmHWM') }
}

/** Lets `most` begin anew. */
export async function forgetMost(pid: number): Promise<void> {
  // Linux alone can do this; elsewhere `memoryOf` says nothing either.
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined)
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
