import type { Visit } from '../pages/visit.js'

/** @returns what the page's scripts hold after garbage collections, bytes */
export async function heapBytes({ devtools }: Visit): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  // What finalizers let go of is collected by the second.
  for (let round = 0; round < 2; round += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.send('HeapProfiler.disable')
  return usedSize
}

/** How many editors the page has at the moment. */
export function countEditors({ page }: Visit): Promise<number> {
  return page.locator('.ProseMirror').count()
}
