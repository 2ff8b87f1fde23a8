import { Suspense } from 'react'
import { recordStrings as strings } from '#strings/record'
import { late } from '../../api/late.js'
import { useReachable } from '../../api/reachability.js'
import { Banner } from '../../design/Banner.js'
import { Button } from '../../design/Button.js'
import type { SaveState } from '../session/saveState.js'
import type { SessionState } from '../session/sessionState.js'
import { useRecord } from '../state/recordContext.js'
import { useSessionState } from '../state/useSessionState.js'
import { type Stop, StoppedBanner } from './StoppedBanner.js'

const CompletedBanner = late(() => import('../../signoff/versions/CompletedBanner.js'))

/** What a person must know while it is so: no connection, or never again, no copy here, a store in trouble, no right to write. */
export function Banners({ stopped }: { stopped: Stop | null }) {
  const { session } = useRecord()
  const connected = useSessionState(session, (state) => state.connected)
  const keptHere = useSessionState(session, (state) => state.keptHere)
  const trouble = useSessionState(session, (state) => state.trouble)
  // The frame says so itself once no call gets through.
  const reachable = useReachable()
  const save = useSessionState(session, unlessInOrder)
  return (
    <div aria-live="polite">
      {stopped !== null && <StoppedBanner by={stopped} atStake={save?.kind === 'ended' && save.atStake} />}
      {!connected && stopped === null && (reachable || !keptHere) && (
        <Banner tone={keptHere ? 'warn' : 'problem'}>
          {keptHere ? strings.bannerOffline : strings.bannerOfflineUnkept}
        </Banner>
      )}
      {connected && !keptHere && <Banner tone="warn">{strings.bannerUnkept}</Banner>}
      {trouble !== null && <Banner tone="problem">{trouble}</Banner>}
      {save?.kind === 'outdated' && <Outdated save={save} />}
      {stopped === null && <MayOnlyRead />}
    </div>
  )
}

/** Why one cannot write; where the record is completed, by whom, and the way to take it up again. @see docs/spec.md G5 */
function MayOnlyRead() {
  const { session } = useRecord()
  const save = useSessionState(session, unlessInOrder)
  const readOnly = useSessionState(session, (state) => state.readOnly)
  const locked = useSessionState(session, (state) => state.ledger?.locked === true)
  return (
    <>
      {save?.kind === 'unsaved' && (readOnly || locked) && <Banner tone="problem">{strings.bannerNotTaken}</Banner>}
      {locked ? (
        <Suspense>
          <CompletedBanner />
        </Suspense>
      ) : (
        save?.kind === 'read-only' && <Banner tone="info">{save.why}</Banner>
      )}
    </>
  )
}

/** Saving goes on with every key, and is said in the bar. */
const unlessInOrder = ({ save }: SessionState) => (save.kind === 'saving' || save.kind === 'saved' ? null : save)

/** What is at stake here is on the screen and nowhere else. @see docs/spec.md S5, D6 */
function Outdated({ save }: { save: Extract<SaveState, { kind: 'outdated' }> }) {
  return (
    <Banner
      tone="warn"
      action={
        <Button size="small" onClick={() => window.location.reload()}>
          {strings.reload}
        </Button>
      }
    >
      {save.why} {save.atStake && strings.bannerAtStake}
    </Banner>
  )
}
