import { FileDown } from 'lucide-react'
import { recordsStrings } from '#strings/records'
import styles from './DropTarget.module.css'
import { useFileDrop } from './useFileDrop.js'

/** Takes files dropped anywhere on the page, and shows so while they are over it. */
export function DropTarget({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const over = useFileDrop(onFiles)
  if (!over) return null
  return (
    <div className={styles.target}>
      <div className={styles.words}>
        <FileDown size={36} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{recordsStrings.dropTitle}</p>
        <p>{recordsStrings.dropText}</p>
      </div>
    </div>
  )
}
