import { fetchLate } from '../../api/late.js'

/** What it takes to write in a slot; reading the page needs none of it. @see docs/spec.md P8 */
export type Writing = typeof import('./writing.js')

let writing: Writing | undefined
let loading: Promise<Writing> | undefined

/** The editor's code, once it is there. */
export const loadedWriting = (): Writing | undefined => writing

/** Fetches the editor's code; once, unless that fails. */
export function loadWriting(): Promise<Writing> {
  loading ??= fetchLate(() => import('./writing.js')).then(
    (code) => {
      writing = code
      return code
    },
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}
