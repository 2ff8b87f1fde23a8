import { useEffect, useEffectEvent, useState } from 'react'
import { Banner } from '../../design/Banner.js'
import { Button } from '../../design/Button.js'
import type { Visits } from '../session/visits.js'
import { useRecord } from '../state/recordContext.js'
import { LostDialog } from './LostDialog.js'
import { dismissLost, findLost } from './lostCopies.js'
import type { LostSlot } from './lostSlots.js'
import { restoredStrings as strings } from './strings.js'

export interface RestoreOfferProps {
  visits: Visits
  /** Opens the dialog by itself. */
  isNews: boolean
  /** Called when there is nothing to offer, or no longer. */
  onOver: () => void
}

/** Offers somebody what only they had of a record that was put back from a backup, until they dismiss it. @see docs/spec.md D8 */
export default function RestoreOffer({ visits, isNews, onOver }: RestoreOfferProps) {
  const { doc } = useRecord().session
  const [lost, setLost] = useState<readonly LostSlot[] | 'unread' | null>(null)
  const [open, setOpen] = useState(isNews)
  const dismiss = () => {
    onOver()
    // The name is forgotten first, so that a copy the browser does not delete is not offered again.
    dismissLost(visits).catch(() => undefined)
  }
  const handleFound = useEffectEvent((found: readonly LostSlot[]) => (found.length === 0 ? dismiss() : setLost(found)))

  // Once: while the text is being put back by hand, the offer stays as it is.
  useEffect(() => {
    let gone = false
    findLost(visits.lost(), doc).then(
      (found) => !gone && handleFound(found),
      () => !gone && setLost('unread'),
    )
    return () => {
      gone = true
    }
  }, [visits, doc])

  if (lost === null) return null
  if (lost === 'unread') {
    return (
      <Banner
        tone="warn"
        action={
          <Button size="small" onClick={dismiss}>
            {strings.dismiss}
          </Button>
        }
      >
        {strings.unread} {strings.dismissText}
      </Banner>
    )
  }
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {strings.show}
          </Button>
        }
      >
        {strings.banner}
      </Banner>
      <LostDialog lost={lost} open={open} onOpenChange={setOpen} onDismiss={dismiss} />
    </>
  )
}
