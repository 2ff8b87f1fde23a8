import type { Ledger } from '@colophon/protocol'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { recordStrings as strings } from '#strings/record'
import { useSession as useAccount } from '../../account/useSession.js'
import { client } from '../../api/client.js'
import { caretColour } from '../session/caretColour.js'
import { countRefusals } from '../session/refusals.js'
import { reloadOnce } from '../session/reloadOnce.js'
import { type Ended, openSession, type RecordSession } from '../session/session.js'
import { openTemplates } from '../session/templates.js'
import { browserKeeper, openVisits, type Visits } from '../session/visits.js'

/** A record that is on this device is not kept waiting for longer by a server that does not answer. */
const answeredWithinMs = 3_000

export interface LiveSession {
  /** `null` for the moment before it is opened. */
  readonly session: RecordSession | null
  /** Why nothing more is sent or heard. */
  readonly ended: Ended | null
  readonly visits: Visits
  /** Whether nothing is sent any more, because the server goes on refusing it. */
  readonly listensOnly: boolean
  /** Whether what was here was set aside while this page was open. */
  readonly isSetAside: boolean
}

/**
 * Keeps a session open for as long as the component is there.
 * @param ledger - as HTTP had it, until the socket brings a newer one.
 * @param askServer - called when the server refuses the socket: over HTTP it can say why.
 */
export function useRecordSession(recordId: string, ledger: Ledger | undefined, askServer: () => void): LiveSession {
  const { id, name } = useAccount().user
  const [session, setSession] = useState<RecordSession | null>(null)
  const [ended, setEnded] = useState<Ended | null>(null)
  const [listensOnly, setListensOnly] = useState(false)
  const [isSetAside, setIsSetAside] = useState(false)
  const visits = useMemo(() => openVisits(browserKeeper, id, recordId), [id, recordId])
  const [refusals] = useState(countRefusals)
  const [copy, setCopy] = useState(visits.copy)
  const handleRefused = useEffectEvent(askServer)

  useEffect(() => {
    const opened = openSession({
      recordId,
      me: { id, name },
      colour: caretColour(id),
      syncUrl: `${window.location.protocol === 'https:' ? 'wss:' : 'ws:'}//${window.location.host}/sync`,
      templates: openTemplates({
        packed: () => client.recordTemplate(recordId, AbortSignal.timeout(answeredWithinMs)),
        parser: async () => (await import('../session/parser.js')).parseTemplate,
      }),
      visits,
      copy,
      refusals,
      onEnded(why) {
        setEnded(why)
        handleRefused()
      },
      listensBecause: listensOnly ? strings.bannerListening : undefined,
      onBeginAnew(how) {
        setIsSetAside(true)
        if (how === 'listen') setListensOnly(true)
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
  }, [recordId, id, name, visits, copy, refusals, listensOnly])

  useEffect(() => {
    if (session !== null && ledger !== undefined) session.setLedger(ledger)
  }, [session, ledger])

  return { session, ended, listensOnly, visits, isSetAside }
}
