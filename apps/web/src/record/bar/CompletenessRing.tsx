import { recordStrings as strings } from '#strings/record'
import { ProgressRing } from '../../design/ProgressRing.js'
import { say } from '../../text/say.js'
import { useOverview } from '../outline/useOverview.js'

/** How much of the record is filled, each slot once. */
export function CompletenessRing() {
  const { filled: count, total } = useOverview()
  return (
    <ProgressRing
      count={count}
      total={total}
      label={strings.completeness}
      text={say(strings.filled, { count, total })}
    />
  )
}
