import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { recordsStrings } from '#strings/records'
import { client } from '../api/client.js'
import { ApiError, sentenceOf } from '../api/errors.js'
import { recordListsKey } from '../api/queries.js'
import { say } from '../text/say.js'
import { fileProblem } from './checkFile.js'

export type ImportState =
  | { kind: 'idle' }
  /** First the file is read from this device, then the server makes a record of it. `size`: kilobytes, rounded up. */
  | { kind: 'reading' | 'making'; file: string; size: number }
  /** `title` says what was not done, `detail` why and what to do. */
  | { kind: 'refused'; title: string; detail: string }

/** Turns a Markdown file into a record and opens it, or says why not. Lines that found no place are kept in the record, which shows them. */
export function useImport() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })

  const { mutate, isPending } = useMutation({
    mutationFn: async (file: File) => {
      const about = { file: file.name, size: Math.ceil(file.size / 1_000) }
      setState({ kind: 'reading', ...about })
      const content = await contentOf(file)
      setState({ kind: 'making', ...about })
      return client.importRecord(content)
    },
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: recordListsKey })
      await navigate({ to: '/records/$recordId', params: { recordId: id } })
    },
    onError: (error, file) =>
      setState({
        kind: 'refused',
        title: say(recordsStrings.importFailed, { file: file.name }),
        detail: refusalSentence(error),
      }),
  })

  const take = useCallback(
    (file: File) => {
      const problem = fileProblem(file)
      if (problem === undefined) mutate(file)
      else setState({ kind: 'refused', title: say(recordsStrings.importFailed, { file: file.name }), detail: problem })
    },
    [mutate],
  )
  const takeAll = useCallback(
    (files: readonly File[]) => {
      const [file, second] = files
      if (file !== undefined && second === undefined) take(file)
      else setState({ kind: 'refused', title: recordsStrings.importOneTitle, detail: recordsStrings.importOne })
    },
    [take],
  )
  const dismiss = useCallback(() => setState({ kind: 'idle' }), [])
  return { state, isBusy: isPending, take, takeAll, dismiss }
}

/** The device may be gone, or the file be changed while it is read; a folder dropped on the page reads as nothing. */
class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable'
  readonly code = 'file-unreadable'
}

async function contentOf(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()])
  } catch (cause) {
    throw new FileUnreadable(say(recordsStrings.importUnreadable, { file: file.name }), { cause })
  }
}

function refusalSentence(error: Error): string {
  if (error instanceof FileUnreadable) return error.message
  const sentence = sentenceOf(error, recordsStrings.importProblem)
  if (!(error instanceof ApiError)) return sentence
  const { line, column } = error.problem ?? {}
  if (line === undefined) return sentence
  const where =
    column === undefined
      ? say(recordsStrings.importWhereLine, { line })
      : say(recordsStrings.importWhere, { line, column })
  return where + sentence
}
