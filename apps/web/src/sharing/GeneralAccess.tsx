import { sharingStrings as strings } from '#strings/sharing'
import { Choice } from '../design/Choice.js'
import { useLedger } from '../signoff/useLedger.js'
import { say } from '../text/say.js'
import styles from './ShareDialog.module.css'
import type { Share } from './useShare.js'

const choices = (['editor', 'viewer', 'none'] as const).map((value) => ({
  value,
  label: strings.everyoneChoices[value],
}))

/** What people may do who are not named in the record. @param share absent for those who may only look */
export function GeneralAccess({ workspace, share }: { workspace: string; share: Share | undefined }) {
  const { everyone } = useLedger().sharing
  const value = everyone ?? 'none'
  if (share === undefined) return <p>{say(strings.everyoneSays[value], { workspace })}</p>
  return (
    <div className={styles.part}>
      <Choice
        label={say(strings.everyone, { workspace })}
        showLabel
        value={value}
        options={choices}
        onValueChange={(next) => share({ everyone: next === 'none' ? null : next })}
      />
    </div>
  )
}
