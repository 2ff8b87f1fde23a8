import { useRef, useState } from 'react'
import { recordStrings as strings } from '#strings/record'
import { late } from '../api/late.js'
import { LatePart } from '../app/LatePart.js'
import { Panel } from '../app/Panel.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { SignoffDialogs } from '../signoff/Signoffs.js'
import { useRecordDialog } from '../signoff/useLedger.js'
import { Banners } from './bar/Banners.js'
import { LeaveGuard } from './bar/LeaveGuard.js'
import { RecordBar } from './bar/RecordBar.js'
import type { Stop } from './bar/StoppedBanner.js'
import { Blocks } from './document/Blocks.js'
import { LiveRegion } from './document/LiveRegion.js'
import { EditorTools } from './editor/EditorTools.js'
import { Find } from './find/Find.js'
import { Outline, RightPanel } from './panel/Beside.js'
import styles from './RecordPage.module.css'
import { LostWork } from './restored/LostWork.js'
import { ScopeContext, useRecord } from './state/recordContext.js'
import { useRecordKeys } from './state/useRecordKeys.js'
import type { LiveSession } from './state/useRecordSession.js'
import { useSlotFromHash } from './state/useSlotFromHash.js'
import { useTitle } from './state/useTitle.js'
import { useUndoLeadsBack } from './state/useUndoLeadsBack.js'

// Most records have none.
const UnplacedLines = late(() => import('./notes/UnplacedLines.js'))
const SideDrawer = late(() => import('./bar/SideDrawer.js'))

export interface OpenRecordPageProps extends Omit<LiveSession, 'session'> {
  stopped: Stop | null
}

/** The page of a record that has been loaded: the bar, the outline, the document, the panel. */
export function OpenRecordPage({ stopped, visits, isSetAside }: OpenRecordPageProps) {
  const { root, template } = useRecord()
  const [drawer, setDrawer] = useState<'outline' | 'panel' | null>(null)
  const article = useRef<HTMLElement>(null)
  const closeDrawer = () => setDrawer(null)
  // A dialog is not read over a drawer; the drawer is there again once it is closed.
  const isCovered = useRecordDialog() !== null
  // Kept from the first time on, so that a drawer may slide away.
  const [opened, setOpened] = useState(false)
  if (drawer !== null && !opened) setOpened(true)
  useRecordKeys()
  useSlotFromHash()
  useUndoLeadsBack()
  return (
    <div className={styles.page}>
      <PageTitle />
      <RecordBar onOutline={() => setDrawer('outline')} onPanel={() => setDrawer('panel')} />
      <Find within={article} />
      <Banners stopped={stopped} />
      <LostWork visits={visits} isNews={isSetAside} />
      <div className={styles.columns}>
        <aside className={styles.outline} data-print="no" aria-label={strings.outline}>
          <Outline />
        </aside>
        <div className={styles.middle}>
          <LatePart>
            <UnplacedLines />
          </LatePart>
          <article ref={article} className={styles.document}>
            <ScopeContext value={root}>
              <Blocks blocks={template.layout} />
            </ScopeContext>
          </article>
        </div>
        <aside className={styles.panel} data-print="no" aria-label={strings.panel}>
          <RightPanel />
        </aside>
      </div>
      <Panel open={opened} onClose={closeDrawer}>
        <SideDrawer side="left" open={drawer === 'outline'} onClose={closeDrawer} title={strings.outline}>
          <Outline onGo={closeDrawer} />
        </SideDrawer>
        <SideDrawer side="right" open={drawer === 'panel' && !isCovered} onClose={closeDrawer} title={strings.panel}>
          <RightPanel onLeave={closeDrawer} />
        </SideDrawer>
      </Panel>
      <SignoffDialogs />
      <EditorTools />
      <LeaveGuard />
      <LiveRegion />
    </div>
  )
}

/** Apart, so that writing the title renders nothing else. */
function PageTitle() {
  usePageTitle(useTitle())
  return null
}
