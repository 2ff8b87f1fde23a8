import type { Session } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { settingsStrings as strings } from '#strings/settings'
import { peopleQuery } from '../api/workspaceQueries.js'
import { PersonRow } from './PersonRow.js'
import { Rows } from './Row.js'
import { Section, Waiting } from './Section.js'

/** Who has an account; an admin gives them roles, shuts them out and lets them in again. */
export function PeopleSection({ user }: { user: Session['user'] }) {
  const people = useQuery(peopleQuery)
  return (
    <Section id="people" title={strings.people} text={textFor(user.role)}>
      {people.data === undefined ? (
        <Waiting error={people.error} failed={strings.peopleFailed} />
      ) : (
        <Rows label={strings.people}>
          {people.data.people
            .toSorted((left, right) => Number(right.active) - Number(left.active))
            .map((person) => (
              <PersonRow key={person.id} person={person} user={user} />
            ))}
        </Rows>
      )}
    </Section>
  )
}

/** Whoever hands out roles is told what they are for. */
function textFor(role: Session['user']['role']): string {
  if (role !== 'admin') return strings.peopleText
  const { viewer, member, admin } = strings.rolesDo
  return [viewer, member, admin].join(' ')
}
