import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a scenario's preparation made, for its repetitions to find. */
export async function writeRecords(
  folder: string,
  records: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await writeFile(join(folder, 'records.json'), JSON.stringify(records))
}

/** @returns the ids of the records that were made under `name`. */
export async function readRecords(folder: string, name: string): Promise<string[]> {
  const lists = z
    .record(z.string(), z.array(z.string()))
    .parse(JSON.parse(await readFile(join(folder, 'records.json'), 'utf8')))
  const list = lists[name]
  if (list === undefined) throw new Error(`No records were prepared as ${name}.`)
  return list
}
