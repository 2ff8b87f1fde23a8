import { limits } from '@colophon/protocol'
import { locale } from '#strings/locale'
import { recordsStrings } from '#strings/records'
import { say } from '../text/say.js'

const bytesPerMb = 1_000_000
const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })

/** @returns why `file` is not worth sending, and what to do; `undefined` when it is. Its content is the server's to judge. */
export function fileProblem(file: Pick<File, 'name' | 'size' | 'type'>): string | undefined {
  const isMarkdown = /\.(md|markdown|mdown|mkd)$/i.test(file.name) || file.type === 'text/markdown'
  if (!isMarkdown) return say(recordsStrings.importNotText, { file: file.name })
  if (file.size === 0) return say(recordsStrings.importEmpty, { file: file.name })
  if (file.size <= limits.importBytes) return undefined
  return say(recordsStrings.importTooBig, {
    file: file.name,
    // Rounded up, so that a file just over the limit does not read as being within it.
    size: megabytes.format(Math.ceil((file.size / bytesPerMb) * 10) / 10),
    max: megabytes.format(limits.importBytes / bytesPerMb),
  })
}
