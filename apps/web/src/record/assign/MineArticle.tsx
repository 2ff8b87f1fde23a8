import { type ReactNode, useSyncExternalStore } from 'react'
import { useRecord } from '../state/recordContext.js'

/** The document; it says when one's own slots alone are wanted. Apart, so that saying so draws none of it anew. */
export function MineArticle({ className, children }: { className: string | undefined; children: ReactNode }) {
  const { mine } = useRecord()
  const isOn = useSyncExternalStore(mine.subscribe, mine.isOn)
  return (
    <article className={className} data-only-mine={isOn || undefined}>
      {children}
    </article>
  )
}
