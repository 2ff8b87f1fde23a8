import { UserRoundCheck } from 'lucide-react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { tip } from '../../design/tips.js'
import { say } from '../../text/say.js'
import controls from '../fill/FillControls.module.css'
import { useRecord } from '../state/recordContext.js'
import { assignStrings as strings } from './strings.js'
import { watchMine } from './watchMine.js'
import './onlyMine.css'

/** Lets one's own slots alone step forward, and counts what is left of them. Nothing where nothing is one's own. */
export function MineToggle() {
  const { overview, template, session, me, mine } = useRecord()
  const { doc } = session
  const watch = useMemo(() => watchMine(overview, template, doc, me.id), [overview, template, doc, me.id])
  const { total, left } = useSyncExternalStore(watch.subscribe, watch.get)
  const isOn = useSyncExternalStore(mine.subscribe, mine.isOn)
  useEffect(() => {
    if (total === 0) mine.set(false)
  }, [mine, total])
  if (total === 0) return null
  return (
    <button
      type="button"
      {...tip(strings.onlyMineTip)}
      className={controls.control}
      aria-pressed={isOn}
      aria-label={say(strings.onlyMine, { count: left })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => mine.set(!isOn)}
    >
      <UserRoundCheck size={15} aria-hidden />
      <span>{strings.mine}</span>
      <span className={controls.count}>{left}</span>
    </button>
  )
}
