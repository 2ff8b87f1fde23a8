import type { ReactNode } from 'react'
import { recordsStrings } from '#strings/records'
import { Button } from '../design/Button.js'
import styles from './EmptyList.module.css'
import type { RecordsSearch } from './recordsSearch.js'

/** Why the list is empty, and what to do: nothing there yet, nothing archived, or nothing that fits. */
export function EmptyList({ search, onShowAll }: { search: RecordsSearch; onShowAll: () => void }) {
  if (search.waiting === true) {
    return (
      <Empty title={recordsStrings.noneWaitingTitle} text={recordsStrings.noneWaitingText}>
        <Button onClick={onShowAll}>{recordsStrings.showAll}</Button>
      </Empty>
    )
  }
  if (search.q !== undefined || search.status !== undefined) {
    return (
      <Empty title={recordsStrings.noMatchTitle} text={recordsStrings.noMatchText}>
        <Button onClick={onShowAll}>{recordsStrings.showAll}</Button>
      </Empty>
    )
  }
  if (search.archived === true) {
    return (
      <Empty title={recordsStrings.emptyArchiveTitle} text={recordsStrings.emptyArchiveText}>
        <Button onClick={onShowAll}>{recordsStrings.showAll}</Button>
      </Empty>
    )
  }
  return (
    <Empty title={recordsStrings.emptyTitle} text={recordsStrings.emptyText}>
      <ol className={styles.steps}>
        {recordsStrings.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{recordsStrings.emptyDrop}</p>
    </Empty>
  )
}

function Empty({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}
