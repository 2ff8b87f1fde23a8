import { limits, patchRecordSchema } from '@colophon/protocol'
import { recordsStrings } from '#strings/records'
import { say } from '../text/say.js'

/** @returns what is wrong with `title` as a record's title; `undefined` when nothing is. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return recordsStrings.titleRequired
  const fits = patchRecordSchema.safeParse({ title }).success
  return fits ? undefined : say(recordsStrings.titleTooLong, { max: limits.titleChars })
}
