import { CornerRightDown } from 'lucide-react'
import { fillStrings as strings } from '#strings/recordFill'
import { keyCaps } from '../../app/keys.js'
import { tip } from '../../design/tips.js'
import { say } from '../../text/say.js'
import { MineToggle } from '../assign/MineToggle.js'
import { useMineCount, useOnlyMine } from '../assign/useMine.js'
import { useOverview } from '../outline/useOverview.js'
import { useRecord } from '../state/recordContext.js'
import { useReadOnly } from '../state/useSessionState.js'
import styles from './FillControls.module.css'
import { FillTools } from './FillTools.js'
import { goToEmpty } from './nextEmpty.js'
import { useFillKeys } from './useFillKeys.js'

/** How much is left to fill, and the way to the next of it; whoever has slots of their own can have those alone. */
export function FillControls() {
  const record = useRecord()
  const { filled, total } = useOverview()
  const mine = useMineCount()
  const count = useOnlyMine() ? mine.left : total - filled
  useFillKeys()
  if (useReadOnly()) return null
  return (
    <span className={styles.controls}>
      {count > 0 && (
        <button
          type="button"
          {...tip(strings.nextEmptyTip, keyCaps('F8').join(' '))}
          className={styles.control}
          aria-label={say(strings.nextEmpty, { count })}
          // The caret says where to go on from.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => goToEmpty(record, 1)}
        >
          <CornerRightDown size={15} aria-hidden />
          <span className={styles.long}>{say(strings.toFill, { count })}</span>
          <span className={styles.short}>{count}</span>
        </button>
      )}
      <MineToggle {...mine} />
      <FillTools />
    </span>
  )
}
