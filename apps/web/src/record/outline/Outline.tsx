import type { Person } from '@colophon/protocol'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { personColour } from '../../design/personColour.js'
import { say } from '../../text/say.js'
import { usePeopleByPlace } from '../state/useSessionState.js'
import { recordStrings as strings } from '../strings.js'
import styles from './Outline.module.css'
import type { Section } from './sections.js'
import { useCurrentSection } from './useCurrentSection.js'
import { useOverview } from './useOverview.js'

/** The record's headings: what is complete, who is where, and the way there. */
export function Outline({ onGo }: { onGo?: () => void }) {
  const { sections } = useOverview()
  const places = usePeopleByPlace()
  const current = useCurrentSection()
  const handleGo = (id: string) => {
    onGo?.()
    const heading = document.getElementById(id)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
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
            onGo={handleGo}
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
  onGo: (id: string) => void
}

const OutlineEntry = memo(
  function OutlineEntry({ section, current, people, onGo }: OutlineEntryProps) {
    const { id, depth, text, filled, total } = section
    const names = people.map(({ name }) => name).join(', ')
    return (
      <li data-depth={Math.min(depth, 4)}>
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
          {people.length > 0 && (
            <span className={styles.people}>
              {people.map((person) => (
                <span
                  key={person.id}
                  aria-hidden
                  className={styles.dot}
                  style={{ backgroundColor: personColour(person.id) }}
                  title={person.name}
                />
              ))}
              <span className="visually-hidden">, {say(strings.sectionHere, { names })}</span>
            </span>
          )}
          <Mark filled={filled} total={total} />
        </a>
      </li>
    )
  },
  (before, after) =>
    before.section === after.section && before.current === after.current && same(before.people, after.people),
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

const same = (a: readonly Person[], b: readonly Person[]) =>
  a.length === b.length && a.every(({ id }, i) => id === b[i]?.id)
