import type { Change } from '@colophon/protocol'
import { Suspense } from 'react'
import { signoffStrings as strings } from '#strings/signoff'
import { late } from '../api/late.js'

export interface DifferencesProps {
  /** In the order of the page. */
  changes: readonly Change[]
  /** Leads to what changed, where it is still there: the path of a slot, a tick or an item. */
  onGo?: (path: string) => void
}

const DifferenceList = late(() => import('./changes/DifferenceList.js'))

/** What changed since a moment, word by word. What compares words is fetched when it is first shown. @see docs/spec.md G3 */
export function Differences(props: DifferencesProps) {
  return (
    <Suspense fallback={<p role="status">{strings.changesComparing}</p>}>
      <DifferenceList {...props} />
    </Suspense>
  )
}
