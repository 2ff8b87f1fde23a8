import { completeness, itemNames, slotPath } from '@colophon/template'
import { useMemo } from 'react'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { LinkButton } from '../../design/LinkButton.js'
import { useOverview } from '../../record/outline/useOverview.js'
import { useRecord } from '../../record/state/recordContext.js'
import { say } from '../../text/say.js'
import { useLedger } from '../useLedger.js'
import styles from './Dialog.module.css'
import { missingSignoffs } from './missing.js'

const shownAtMost = 8

/** What keeps a record from being completed, and what it lacks besides. */
export function StandsInTheWay({ onGo }: { onGo: (path: string) => void }) {
  return (
    <>
      <MissingSignoffs />
      <Unfilled onGo={onGo} />
    </>
  )
}

function MissingSignoffs() {
  const ledger = useLedger()
  const missing = missingSignoffs(ledger)
  const isReady = missing.every(({ optional }) => optional)
  const hasRequired = ledger.signoffs.some(({ required }) => required)
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{strings.signoffsTitle}</h3>
      {isReady && <p>{hasRequired ? strings.allSigned : strings.noneRequired}</p>}
      {missing.length > 0 && (
        <ul className={`plain-list ${styles.list}`}>
          {missing.map(({ role, words, optional }) => (
            <li key={role} className={optional ? styles.note : styles.missing}>
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Unfilled({ onGo }: { onGo: (path: string) => void }) {
  const { session, template } = useRecord()
  // Follows the writing, at the distance of the outline.
  const overview = useOverview()
  const empty = useMemo(
    () =>
      overview.filled === overview.total
        ? []
        : completeness(template, session.doc)
            .slots.filter(({ filled }) => !filled)
            .map(({ slot, scope }) => ({
              path: slotPath(scope.path, slot.key),
              where: itemNames(template, scope, slot.group).join(', '),
              label: slot.label,
            })),
    [overview, template, session],
  )
  if (empty.length === 0) return <p>{strings.unfilledNone}</p>
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{say(strings.unfilledTitle, { count: empty.length })}</h3>
      <p className={styles.note}>{strings.unfilledText}</p>
      <ul className={`plain-list ${styles.places}`}>
        {empty.slice(0, shownAtMost).map(({ path, where, label }) => (
          <li key={path}>
            <LinkButton onClick={() => onGo(path)}>
              {where === '' ? label : say(strings.place, { where, label })}
            </LinkButton>
          </li>
        ))}
        {empty.length > shownAtMost && (
          <li className={styles.note}>{say(strings.more, { count: empty.length - shownAtMost })}</li>
        )}
      </ul>
    </section>
  )
}
