import { useSyncExternalStore } from 'react'
import { useRecord } from '../state/recordContext.js'
import type { Overview } from './watchOverview.js'

/** What the record holds at a glance; the same object until it says something else. */
export function useOverview(): Overview {
  const { overview } = useRecord()
  return useSyncExternalStore(overview.subscribe, overview.get)
}
