import { sharingStrings as strings } from '#strings/sharing'
import { useSession } from '../account/useSession.js'
import { CopyButton } from '../design/CopyButton.js'
import { Dialog } from '../design/Dialog.js'
import { useRight } from '../signoff/useLedger.js'
import { GeneralAccess } from './GeneralAccess.js'
import { PeopleWithRights } from './PeopleWithRights.js'
import styles from './ShareDialog.module.css'
import { Signers } from './Signers.js'
import { useShare } from './useShare.js'

/** Who may do what with a record; for its owners, the ways to change it. @see docs/spec.md A2 */
export function ShareDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { workspace } = useSession()
  const isOwner = useRight() === 'owner'
  const share = useShare()
  const address = `${window.location.origin}${window.location.pathname}`
  return (
    <Dialog open onOpenChange={onOpenChange} title={strings.title} description={strings.text} size="medium">
      <div className={styles.parts}>
        <div className={styles.link}>
          <input
            className={styles.address}
            aria-label={strings.link}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton
            text={address}
            words={{ copy: strings.copyLink, copied: strings.linkCopied, failed: strings.copyFailed }}
          />
        </div>
        <GeneralAccess workspace={workspace.name} share={isOwner ? share.mutate : undefined} />
        <PeopleWithRights share={isOwner ? share.mutate : undefined} />
        <Signers isOwner={isOwner} />
        <div role="alert" className={styles.problem}>
          {share.sentence}
        </div>
      </div>
    </Dialog>
  )
}
