import { Outlet, useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { appStrings } from '#strings/app'
import { late } from '../api/late.js'
import { Connection } from './Connection.js'
import styles from './Frame.module.css'
import { focusPage, pageId } from './focusPage.js'
import { Header } from './Header.js'
import { type KeyGroup, useKey, useKeyHelp } from './keys.js'
import { Panel } from './Panel.js'
import { closePanel, openPanel, usePanel } from './panels.js'

const KeysDialog = late(() => import('./KeysDialog.js'))
const Palette = late(() => import('./Palette.js'))

const keyHelp: KeyGroup = {
  title: appStrings.keysEverywhere,
  keys: [
    { keys: 'mod+k', does: appStrings.search },
    { keys: '?', does: appStrings.keysShow },
    { keys: 'F6', does: appStrings.keysMessages },
  ],
}

/** What surrounds every page of a signed-in person. */
export function Frame() {
  useFocusOnArrival()
  useKeyHelp(keyHelp)
  useKey(
    'mod+k',
    useCallback(() => openPanel('palette'), []),
  )
  useKey(
    '?',
    useCallback(() => openPanel('keys'), []),
  )
  return (
    <>
      <a href={`#${pageId}`} className={styles.skip}>
        {appStrings.skip}
      </a>
      <Connection />
      <Header />
      <main id={pageId} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Panels />
    </>
  )
}

function Panels() {
  const panel = usePanel()
  const handleOpenChange = (open: boolean) => {
    if (!open) closePanel()
  }
  return (
    <Panel key={panel} open={panel !== null} onClose={closePanel}>
      {panel === 'keys' && <KeysDialog onOpenChange={handleOpenChange} />}
      {panel === 'palette' && <Palette onOpenChange={handleOpenChange} />}
    </Panel>
  )
}

/** After a step to another page the focus would stay on nothing; it goes to the page, unless the page took it itself. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation()
  const previous = useRef(pathname)
  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    focusPage()
  }, [pathname])
}
