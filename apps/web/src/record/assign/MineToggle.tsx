import { UserRoundCheck } from 'lucide-react'
import { useEffect } from 'react'
import { assignStrings as strings } from '#strings/recordAssign'
import { tip } from '../../design/tips.js'
import { say } from '../../text/say.js'
import controls from '../fill/FillControls.module.css'
import { useRecord } from '../state/recordContext.js'
import { useOnlyMine } from './useMine.js'
import type { MineCount } from './watchMine.js'
import './onlyMine.css'

/** Lets one's own slots alone step forward, and counts what is left of them. Nothing where nothing is one's own. */
export function MineToggle({ total, left }: MineCount) {
  const { mine } = useRecord()
  const isOn = useOnlyMine()
  useEffect(() => {
    if (total === 0) mine.set(false)
  }, [mine, total])
  // On the page as a whole, so that saying so draws nothing of the document anew.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-only-mine', isOn)
    return () => document.documentElement.removeAttribute('data-only-mine')
  }, [isOn])
  if (total === 0) return null
  return (
    <button
      type="button"
      {...tip(strings.onlyMineTip)}
      className={controls.control}
      aria-pressed={isOn}
      aria-label={say(strings.mineToFill, { count: left })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => mine.set(!isOn)}
    >
      <UserRoundCheck size={15} aria-hidden />
      {/* One text: its name for a screen reader begins with what is seen. */}
      <span className={controls.count}>{say(strings.mine, { count: left })}</span>
    </button>
  )
}
