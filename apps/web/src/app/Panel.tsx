import { CatchBoundary } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect } from 'react'
import { appStrings } from '#strings/app'
import { useReachable } from '../api/reachability.js'
import { toast } from '../design/toast.js'

export interface PanelProps {
  open: boolean
  onClose: () => void
  /** A dialog, as a component of its own chunk. */
  children: ReactNode
}

/** Something laid over the page, whose code is fetched when it is opened. What goes wrong in it leaves the page alone. */
export function Panel({ open, onClose, children }: PanelProps) {
  if (!open) return null
  return (
    <CatchBoundary getResetKey={() => 'panel'} errorComponent={() => <Stopped onClose={onClose} />}>
      <Suspense fallback={<Awaited onClose={onClose} />}>{children}</Suspense>
    </CatchBoundary>
  )
}

/** Whoever waits for the server as well is told so, and may ask again; it comes by itself, and is there then. */
function Awaited({ onClose }: { onClose: () => void }) {
  const reachable = useReachable()
  useEffect(() => {
    if (reachable) return
    toast(appStrings.panelAway, { key: 'panel', detail: appStrings.panelAwayText })
    onClose()
  }, [reachable, onClose])
  return null
}

/** Says so in words that need no chunk of their own: fetching one may be what went wrong. */
function Stopped({ onClose }: { onClose: () => void }) {
  useEffect(() => {
    toast(appStrings.panelErrorTitle, {
      key: 'panel',
      tone: 'problem',
      detail: appStrings.panelErrorText,
      action: { label: appStrings.reload, onAction: () => window.location.reload() },
    })
    onClose()
  }, [onClose])
  return null
}
