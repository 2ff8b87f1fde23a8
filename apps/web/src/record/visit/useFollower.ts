import type { Writers } from '@colophon/protocol'
import { slotTexts } from '@colophon/template'
import { useMutation } from '@tanstack/react-query'
import * as Y from 'yjs'
import { signoffClient } from '../../api/signoffClient.js'
import { knowledgeOf } from '../panel/knowledge.js'
import { type OpenRecord, useRecord } from '../state/recordContext.js'
import { changesOfOthers } from './changesOfOthers.js'
import { createFollower, type Follower } from './follower.js'
import { openVisitStore } from './visitStore.js'

const followers = new WeakMap<OpenRecord, Follower>()

/** One's visit to the open record: the same one wherever it is asked for. */
export function useFollower(): Follower {
  const record = useRecord()
  // Asked once, when somebody arrives: nothing to keep.
  const { mutateAsync: writers } = useMutation({
    mutationFn: (clients: readonly number[]) => signoffClient.writers(record.id, clients),
  })
  const follower = followers.get(record) ?? openFollower(record, writers)
  followers.set(record, follower)
  return follower
}

function openFollower(
  record: OpenRecord,
  writers: (clients: readonly number[]) => Promise<Writers['writers']>,
): Follower {
  const { session, template, me } = record
  const { doc } = session
  const source = { template, doc, me: me.id, writers }
  return createFollower({
    store: openVisitStore(me.id, record.id),
    now: Date.now,
    look: () => ({ at: Date.now(), texts: slotTexts(template, doc), vector: Y.encodeStateVector(doc) }),
    compare: (before, after) => changesOfOthers(source, before, after),
    onNews: knowledgeOf(record).news.set,
  })
}
