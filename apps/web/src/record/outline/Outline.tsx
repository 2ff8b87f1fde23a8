import type { Person } from '@colophon/protocol'
import { Check } from 'lucide-react'
import { memo, useMemo } from 'react'
import { recordStrings as strings } from '#strings/record'
import { panelStrings } from '#strings/recordPanel'
import { personColour } from '../../design/personColour.js'
import { tip } from '../../design/tips.js'
import { say } from '../../text/say.js'
import type { Finding } from '../checks/finding.js'
import { useKnowledge } from '../panel/knowledge.js'
import { useRecord } from '../state/recordContext.js'
import { usePeopleByPlace } from '../state/useSessionState.js'
import { useWatch } from '../state/useShared.js'
import styles from './Outline.module.css'
import { type Section, sectionsOf } from './sections.js'
import { useCurrentSection } from './useCurrentSection.js'
import { watchAfar } from './watchOverview.js'

/** The record's headings: what is complete, what to look at, who is where, and the way there. */
export function Outline({ onGo }: { onGo?: () => void }) {
  const { following, template, session } = useRecord()
  const { doc } = session
  const sections = useWatch(useMemo(() => watchAfar(doc, () => sectionsOf(template, doc)), [template, doc]))
  const checks = useWatch(useKnowledge().checks)
  const remarks = countRemarks(sections, checks.kind === 'looked' ? checks.findings : [])
  const places = usePeopleByPlace()
  const current = useCurrentSection()
  const handleGo = (id: string) => {
    onGo?.()
    const heading = document.getElementById(id)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  const handleFollow = (person: Person) => {
    onGo?.()
    following.set(person)
  }
  return (
    <nav className={styles.outline} aria-label={strings.outline}>
      <ul className="plain-list">
        {sections.map((section) => (
          <OutlineEntry
            key={section.id}
            section={section}
            current={section.id === current}
            people={peopleIn(section, places)}
            remarks={remarks.get(section) ?? 0}
            onGo={handleGo}
            onFollow={handleFollow}
          />
        ))}
      </ul>
    </nav>
  )
}

interface OutlineEntryProps {
  section: Section
  current: boolean
  people: readonly Person[]
  /** How many findings begin in it. */
  remarks: number
  onGo: (id: string) => void
  onFollow: (person: Person) => void
}

const OutlineEntry = memo(
  function OutlineEntry({ section, current, people, remarks, onGo, onFollow }: OutlineEntryProps) {
    const { id, depth, text, filled, total } = section
    return (
      <li className={styles.row} data-depth={Math.min(depth, 4)}>
        <a
          href={`#${id}`}
          className={styles.entry}
          aria-current={current ? 'location' : undefined}
          onClick={(event) => {
            event.preventDefault()
            onGo(id)
          }}
        >
          <span className={styles.text}>{text}</span>
          {remarks > 0 && (
            <span className={styles.remark} role="img" aria-label={say(panelStrings.remarks, { count: remarks })} />
          )}
          <Mark filled={filled} total={total} />
        </a>
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            className={styles.person}
            {...tip(say(strings.follow, person))}
            aria-label={say(panelStrings.followHere, { name: person.name, section: text })}
            onClick={() => onFollow(person)}
          >
            <span className={styles.dot} style={{ backgroundColor: personColour(person.id) }} />
          </button>
        ))}
      </li>
    )
  },
  (before, after) =>
    before.section === after.section &&
    before.current === after.current &&
    before.remarks === after.remarks &&
    same(before.people, after.people),
)

/** Complete, begun or empty; nothing for a heading without slots of its own. */
function Mark({ filled, total }: { filled: number; total: number }) {
  if (total === 0) return null
  const label = say(strings.filled, { count: filled, total })
  if (filled === total) {
    return <Check className={styles.complete} size={14} strokeWidth={2.5} role="img" aria-label={label} />
  }
  return (
    <span className={styles.count} role="img" aria-label={label}>
      {filled}/{total}
    </span>
  )
}

function peopleIn(section: Section, places: ReadonlyMap<string, readonly Person[]>): readonly Person[] {
  if (places.size === 0) return []
  const here = section.paths.flatMap((path) => places.get(path) ?? [])
  return [...new Map(here.map((person) => [person.id, person])).values()]
}

/** A finding is marked once, where its first slot is; a tick is where the slots of its item begin. */
function countRemarks(sections: readonly Section[], findings: readonly Finding[]): ReadonlyMap<Section, number> {
  const counts = new Map<Section, number>()
  for (const { places } of findings) {
    const { path } = places[0]
    const section =
      sections.find(({ paths }) => paths.includes(path)) ??
      sections.find(({ paths }) => paths.some((slot) => scopeOf(slot) === scopeOf(path)))
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}

const scopeOf = (path: string) => path.slice(0, path.lastIndexOf('@'))

const same = (a: readonly Person[], b: readonly Person[]) =>
  a.length === b.length && a.every(({ id }, i) => id === b[i]?.id)
