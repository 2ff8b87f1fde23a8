import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { appStrings } from '#strings/app'
import { sessionQuery } from '../api/queries.js'
import { say } from '../text/say.js'

/** Names the page in the tab and in the history: the page first, then the workspace. */
export function usePageTitle(page: string): void {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false })
  const workspace = session?.workspace.name ?? appStrings.product
  const title = page === '' ? workspace : say(appStrings.titled, { page, workspace })
  useEffect(() => {
    document.title = title
  }, [title])
}
