import {
  CircleAlert,
  CircleOff,
  CloudCheck,
  CloudOff,
  Eye,
  HardDrive,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { recordStrings as strings } from '#strings/record'
import { say } from '../../text/say.js'
import type { SaveState } from '../session/saveState.js'
import { useRecord } from '../state/recordContext.js'
import styles from './RecordBar.module.css'
import { unhurried } from './unhurried.js'

/** Whether one's work is saved: always there, always true. @see docs/spec.md U3 */
export function SaveStatus() {
  const { session } = useRecord()
  const watch = useMemo(() => unhurried(session), [session])
  const save = useSyncExternalStore(watch.subscribe, watch.get)
  const Icon = icons[save.kind]
  return (
    <span className={styles.save} data-save={save.kind} role="status" title={explained(save)}>
      <Icon size={16} aria-hidden />
      <span>{saveText(save)}</span>
    </span>
  )
}

/** The save state in a few words. */
export function saveText(save: SaveState): string {
  switch (save.kind) {
    case 'loading':
      return strings.saveLoading
    case 'saved':
      return strings.saveSaved
    case 'saving':
      return strings.saveSaving
    case 'offline':
      return strings.saveOffline
    case 'device-only':
      return strings.saveDevice
    case 'unsaved':
      return say(strings.saveUnsaved, { why: save.why ?? strings.saveUnsavedOffline })
    case 'read-only':
    case 'outdated':
      return strings.saveReadOnly
    case 'ended':
      return save.pending ? say(strings.saveUnsaved, { why: strings.saveUnsavedEnded }) : strings.saveEnded
    default:
      return save satisfies never
  }
}

const icons: Record<SaveState['kind'], LucideIcon> = {
  loading: LoaderCircle,
  saved: CloudCheck,
  saving: LoaderCircle,
  offline: CloudOff,
  'device-only': HardDrive,
  unsaved: CircleAlert,
  'read-only': Eye,
  outdated: Eye,
  ended: CircleOff,
}

function explained(save: SaveState): string | undefined {
  switch (save.kind) {
    case 'offline':
      return strings.saveOfflineMore
    case 'device-only':
      return strings.saveDeviceMore
    case 'read-only':
    case 'outdated':
      return save.why
    default:
      return undefined
  }
}
