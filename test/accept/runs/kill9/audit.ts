import type { Member } from '../../clients/member.js'
import { textOf, wordsIn } from './words.js'

/** The words that a record holds, as somebody finds it who had nothing of it and gives nothing. */
export async function auditRecord(member: Member, recordId: string): Promise<Set<string>> {
  const auditor = await member.open(recordId, { part: 'listener' })
  try {
    await auditor.sync()
    return new Set(wordsIn(textOf(auditor.doc)))
  } finally {
    auditor.close()
  }
}
