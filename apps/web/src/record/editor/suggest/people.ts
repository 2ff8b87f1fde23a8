import type { QueryClient } from '@tanstack/react-query'
import { suggestStrings as strings } from '#strings/recordEditorSuggest'
import { peopleQuery } from '../../../api/workspaceQueries.js'
import { toast } from '../../../design/toast.js'
import { putText } from './putText.js'
import { answers, mostShown, type Source } from './suggestion.js'

/** Whom "@" offers stays as it is for a while; nobody is hired between two letters. */
const staleTime = 60_000

/** What "@" offers: the people of the workspace. The record is a text file, so a mention is a name and nothing else. */
export function people(queries: QueryClient): Source {
  return {
    kind: 'people',
    char: '@',
    minQueryLength: 0,
    async find(query) {
      const found = await queries.fetchQuery({ ...peopleQuery, staleTime }).catch(() => {
        toast(strings.peopleUnknown, { key: 'people' })
        return { people: [] }
      })
      return found.people
        .filter(({ active, name }) => active && answers(name, query))
        .slice(0, mostShown)
        .map(({ id, name, email }) => ({
          id,
          label: name,
          sign: '@',
          hint: email,
          put: (editor, range) => putText(editor, range, `@${name} `),
        }))
    },
  }
}
