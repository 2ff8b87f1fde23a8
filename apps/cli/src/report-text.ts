import type { CheckedDecision, FileVerdict, LogVerdict, Report } from '@colophon/audit'

/** Whether everything is as the log says, and the log is whole. */
export function isSound({ log, file, unfounded }: Report): boolean {
  return log.kind === 'whole' && (file.kind === 'given-out' || file.kind === 'text-known') && unfounded.length === 0
}

/** The report in words, a line for each finding. */
export function describe(report: Report): string {
  const { log, file, decisions, unfounded, fingerprint } = report
  return [
    `Log: ${logText(log)}`,
    `File: ${fileText(file)}`,
    ...(fingerprint === undefined ? [] : [`Text: ${fingerprint}`]),
    ...decisions.map(decisionText),
    ...unfounded.map(({ label, name, why }) => `${label}: the file names ${name}, and ${why}.`),
    '',
  ].join('\n')
}

function logText(log: LogVerdict): string {
  switch (log.kind) {
    case 'whole':
      return `whole, ${log.head.number} ${log.head.number === 1 ? 'entry' : 'entries'}, sealed by ${log.key}`
    case 'broken':
      return `BROKEN at entry ${log.number}: ${log.why}. What follows it says nothing.`
    case 'unsealed':
      return `NOT SEALED: ${log.why}. What it says may not be all, or not be true.`
    default:
      return log satisfies never
  }
}

function fileText(file: FileVerdict): string {
  switch (file.kind) {
    case 'given-out':
      return `byte for byte what the server gave out ${when(file.entry.at)} (entry ${file.entry.number})`
    case 'text-known':
      return `its text is the one of ${when(file.entry.at)} (entry ${file.entry.number}); other bytes differ`
    case 'unknown':
      return 'NOT KNOWN to the log: its text is none that was decided on or given out'
    case 'no-form':
      return `NOT KNOWN to the log: it is no form of the record's template. ${file.why}`
    default:
      return file satisfies never
  }
}

function decisionText({ label, kind, person, at, words, isOfThisText }: CheckedDecision): string {
  const what = isOfThisText ? 'this text' : 'ANOTHER TEXT'
  return `${label}: ${kind} by ${person.name} ${when(at)} (“${words}”): ${what}`
}

/** @param at ISO 8601, UTC */
function when(at: string): string {
  return `on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`
}
