import { useEffect } from 'react'
import { Reconnecting } from '../bar/Reconnecting.js'
import { watchChecks } from '../checks/watchChecks.js'
import { Following } from '../follow/Following.js'
import { useRecord } from '../state/recordContext.js'
import { useFollower } from '../visit/useFollower.js'
import { watchVisit } from '../visit/watchVisit.js'
import { knowledgeOf } from './knowledge.js'

/** Finds out what there is to know about an open record, for the panel, the outline and the bar to show. */
export function Knowing() {
  const record = useRecord()
  const follower = useFollower()
  useEffect(() => {
    const { template, session } = record
    const { checks } = knowledgeOf(record)
    const watch = watchChecks({ template, doc: session.doc })
    return watch.subscribe(() => checks.set(watch.get()))
  }, [record])
  useEffect(() => {
    const { doc, getState, subscribe } = record.session
    return watchVisit(follower, { doc, subscribe, isSynced: () => getState().synced })
  }, [record, follower])
  return (
    <>
      <Reconnecting />
      <Following />
    </>
  )
}
