import { signoffStrings } from '#strings/signoff'
import { versionStrings as strings } from '#strings/signoffVersions'
import { Banner } from '../../design/Banner.js'
import { Button } from '../../design/Button.js'
import { useRecord } from '../../record/state/recordContext.js'
import { RelativeTime } from '../../text/RelativeTime.js'
import { say } from '../../text/say.js'
import { useLedger, useRight } from '../useLedger.js'
import { versionTitle } from './versionTitle.js'

/** Who completed the record and when; for its owners the way to take it up again. @see docs/spec.md G5 */
export default function CompletedBanner() {
  const { dialogs } = useRecord()
  const { versions } = useLedger()
  const isOwner = useRight() === 'owner'
  const version = versions.at(-1)
  return (
    <Banner
      tone="info"
      action={
        isOwner && (
          <Button size="small" onClick={() => dialogs.open({ kind: 'reopen' })}>
            {signoffStrings.reopen}
          </Button>
        )
      }
    >
      {strings.completed}{' '}
      {version !== undefined && (
        <>
          {say(strings.completedBy, { version: versionTitle(version), name: version.person.name })}{' '}
          <RelativeTime iso={version.at} />.
        </>
      )}
    </Banner>
  )
}
