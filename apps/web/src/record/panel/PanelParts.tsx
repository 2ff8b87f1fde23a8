import { useGoTo } from '../../signoff/dialog/useGoTo.js'
import { Signoffs } from '../../signoff/Signoffs.js'
import { ChecksPart } from '../checks/ChecksPart.js'
import { SinceVisit } from '../visit/SinceVisit.js'

/** Checks and news, a line each until they are opened, and the sign-offs. @param onLeave - called when somebody goes to a place. */
export function PanelParts({ onLeave }: { onLeave?: () => void }) {
  const goTo = useGoTo()
  const handleGo = (path: string) => {
    onLeave?.()
    goTo(path)
  }
  return (
    <>
      <ChecksPart onGo={handleGo} />
      <SinceVisit onGo={handleGo} />
      <Signoffs />
    </>
  )
}
