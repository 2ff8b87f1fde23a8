import type { Ledger } from '@colophon/protocol'
import { recordTemplate } from '@colophon/template'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSession as useAccount } from '../../account/useSession.js'
import { caretColour } from '../session/caretColour.js'
import { reloadOnce } from '../session/reloadOnce.js'
import { openSession, type RecordSession } from '../session/session.js'
import { browserKeeper, openVisits, type Visits } from '../session/visits.js'

export interface LiveSession {
  /** `null` for the moment before it is opened. */
  readonly session: RecordSession | null
  /** Whether the server has taken away the right to be here. */
  readonly revoked: boolean
  readonly visits: Visits
  /** Whether a backup was put in the record's place while this page was open. */
  readonly restored: boolean
}

/**
 * Keeps a session open for as long as the component is there.
 * @param ledger - as HTTP had it, until the socket brings a newer one.
 * @param askServer - called when the server refuses the socket: over HTTP it can say why.
 */
export function useRecordSession(recordId: string, ledger: Ledger | undefined, askServer: () => void): LiveSession {
  const { id, name } = useAccount().user
  const [session, setSession] = useState<RecordSession | null>(null)
  const [revoked, setRevoked] = useState(false)
  const [restored, setRestored] = useState(false)
  const visits = useMemo(() => openVisits(browserKeeper, id, recordId), [id, recordId])
  const [copy, setCopy] = useState(visits.copy)
  const handleRefused = useEffectEvent(askServer)

  useEffect(() => {
    const opened = openSession({
      recordId,
      me: { id, name },
      colour: caretColour(id),
      syncUrl: `${window.location.protocol === 'https:' ? 'wss:' : 'ws:'}//${window.location.host}/sync`,
      readTemplate: recordTemplate,
      visits,
      copy,
      onEnded: (ending) => {
        // Signed out, the next call finds out, and leads to the sign-in page and back.
        if (ending === 'revoked') setRevoked(true)
        else handleRefused()
      },
      onRestored() {
        setRestored(true)
        setCopy(visits.copy())
        handleRefused()
      },
      onRefused: () => handleRefused(),
    })
    setSession(opened)
    opened.subscribe(() => {
      const { save } = opened.getState()
      if (save.kind === 'outdated' && !save.atStake) reloadOnce()
    })
    return () => {
      setSession(null)
      opened.destroy()
    }
  }, [recordId, id, name, visits, copy])

  useEffect(() => {
    if (session !== null && ledger !== undefined) session.setLedger(ledger)
  }, [session, ledger])

  return { session, revoked, visits, restored }
}
