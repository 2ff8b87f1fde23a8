import type { MarkdownQuery } from '@colophon/protocol'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { markdownQuery } from '../api/queries.js'
import { signoffClient } from '../api/signoffClient.js'
import { decode } from './decode.js'

/** The file as a page has it. */
export interface Exported {
  /** What is shown; absent until the first answer. */
  readonly text: string | undefined
  /** Whether what is shown is not yet what was asked for. */
  readonly isPreparing: boolean
  /** Why it could not be brought up to date; `null` where it could. */
  readonly error: Error | null
  readonly retry: () => void
  /**
   * Gives the file out for good: the record's log remembers it. From then on the page shows exactly what was given out.
   * @returns its bytes, and whether they are others than were shown.
   * @throws ApiError, NetworkError
   */
  readonly giveOut: () => Promise<{ bytes: Uint8Array<ArrayBuffer>; isNews: boolean }>
}

/** Follows a record's file, printed as `query` wants it. @see docs/spec.md U4 */
export function useExport(recordId: string, query: MarkdownQuery): Exported {
  const queryClient = useQueryClient()
  const wanted = markdownQuery(recordId, query)
  const file = useQuery({ ...wanted, placeholderData: keepPreviousData })
  const text = useMemo(() => (file.data === undefined ? undefined : decode(file.data)), [file.data])
  // Reading a long file again may take a while; the choice that asked for it must not wait.
  const shown = useDeferredValue(text)
  return {
    text: shown,
    isPreparing: file.isPlaceholderData || (shown !== text && text !== undefined) || file.isPending,
    error: file.error,
    retry: () => void file.refetch(),
    async giveOut() {
      const bytes = await signoffClient.export(recordId, query)
      // An answer that was under way meanwhile is older than this one.
      await queryClient.cancelQueries({ queryKey: wanted.queryKey })
      queryClient.setQueryData(wanted.queryKey, bytes)
      return { bytes, isNews: decode(bytes) !== shown }
    },
  }
}
