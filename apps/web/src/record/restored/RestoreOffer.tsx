import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { restoredStrings as strings } from '#strings/recordRestored'
import { Banner } from '../../design/Banner.js'
import { Button } from '../../design/Button.js'
import type { Visits } from '../session/visits.js'
import { useRecord } from '../state/recordContext.js'
import { LostDialog } from './LostDialog.js'
import { dismissLost, findLost, type LostText } from './lostCopies.js'
import { wordsFor } from './words.js'

export interface RestoreOfferProps {
  visits: Visits
  /** Opens the dialog by itself. */
  isNews: boolean
  /** Called when there is nothing to offer, or no longer. */
  onOver: () => void
}

/**
 * Offers somebody what only they had of a record that was put back from a backup, or what the server did not take, until
 * they dismiss it.
 * @see docs/spec.md D8, D9
 */
export default function RestoreOffer({ visits, isNews, onOver }: RestoreOfferProps) {
  const { doc } = useRecord().session
  const [offer, setOffer] = useState<Offer | null>(null)
  const dismiss = () => {
    onOver()
    // The name is forgotten first, so that a copy the browser does not delete is not offered again.
    dismissLost(visits).catch(() => undefined)
  }
  const handleFound = useEffectEvent((texts: readonly LostText[]) => {
    if (texts.length > 0) setOffer({ kind: 'texts', texts })
    else if (visits.lost().some(({ held }) => held?.unsaved)) setOffer({ kind: 'otherwise' })
    else dismiss()
  })

  // Once: while the text is being put back by hand, the offer stays as it is.
  useEffect(() => {
    let gone = false
    findLost(visits.lost(), doc).then(
      (texts) => !gone && handleFound(texts),
      () => !gone && setOffer({ kind: 'unread' }),
    )
    return () => {
      gone = true
    }
  }, [visits, doc])

  if (offer === null) return null
  switch (offer.kind) {
    case 'texts':
      return <Texts texts={offer.texts} isNews={isNews} onDismiss={dismiss} />
    case 'otherwise':
      return (
        <Notice onDismiss={dismiss}>
          {wordsFor(visits.lost().map(({ cause }) => cause)).banner} {strings.otherwise}
        </Notice>
      )
    case 'unread':
      return (
        <Notice onDismiss={dismiss}>
          {strings.unread} {strings.dismissText}
        </Notice>
      )
    default:
      return offer satisfies never
  }
}

type Offer =
  | { readonly kind: 'texts'; readonly texts: readonly LostText[] }
  /** What was not saved is no text. */
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'unread' }

interface TextsProps {
  texts: readonly LostText[]
  isNews: boolean
  onDismiss: () => void
}

function Texts({ texts, isNews, onDismiss }: TextsProps) {
  const [open, setOpen] = useState(isNews)
  const words = wordsFor(texts.map(({ cause }) => cause))
  const kept = texts.every((text) => text.kept)

  useEffect(() => {
    if (kept) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [kept])

  return (
    <>
      <Banner
        tone={kept ? 'info' : 'warn'}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {strings.show}
          </Button>
        }
      >
        {words.banner} {kept ? strings.kept : strings.unkept}
      </Banner>
      <LostDialog
        lost={texts}
        words={words}
        note={kept ? strings.dismissText : strings.unkept}
        open={open}
        onOpenChange={setOpen}
        onDismiss={onDismiss}
      />
    </>
  )
}

function Notice({ children, onDismiss }: { children: ReactNode; onDismiss: () => void }) {
  return (
    <Banner
      tone="warn"
      action={
        <Button size="small" onClick={onDismiss}>
          {strings.dismiss}
        </Button>
      }
    >
      {children}
    </Banner>
  )
}
