import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/**
 * What opening a page needs, as the build weighed it; that it fetches just that is held by a test. What is fetched besides, while
 * there is time, is no part of it.
 * @param name a page of `apps/web/pages.ts`
 */
export async function weighedBytes(name: string): Promise<number> {
  const text = await readFile(new URL('../../../../apps/web/dist/weight.json', import.meta.url), 'utf8')
  const page = weights.parse(JSON.parse(text)).find((weight) => weight.name === name)
  if (page === undefined) throw new Error(`The build weighed no page called ${name}.`)
  return page.bytes
}

const weights = z.array(z.object({ name: z.string(), bytes: z.number() }))
