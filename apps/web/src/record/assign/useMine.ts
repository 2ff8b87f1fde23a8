import { useMemo, useSyncExternalStore } from 'react'
import { useRecord } from '../state/recordContext.js'
import { type MineCount, watchMine } from './watchMine.js'

/** How much of the record is one's own to fill. */
export function useMineCount(): MineCount {
  const { overview, template, session, me } = useRecord()
  const { doc } = session
  const watch = useMemo(() => watchMine(overview, template, doc, me.id), [overview, template, doc, me.id])
  return useSyncExternalStore(watch.subscribe, watch.get)
}

/** Whether one's own slots alone are wanted. */
export function useOnlyMine(): boolean {
  const { mine } = useRecord()
  return useSyncExternalStore(mine.subscribe, mine.isOn)
}
