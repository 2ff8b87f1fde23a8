import { join } from 'node:path'
import { checkRecordId } from './record-id.js'

/** The files of one record. */
export interface RecordPaths {
  snapshot: string
  journal: string
  audit: string
  /** A folder. */
  texts: string
  /** What the snapshot is called once its record is deleted; whatever else is left of that record may go. */
  deleted: string
}

export const deletedSuffix = '.deleted'

/** @throws StoreError `bad-record-id` before anything of the id reaches a path. */
export function recordPaths(folder: string, recordId: string): RecordPaths {
  checkRecordId(recordId)
  const stem = join(folder, recordId)
  return {
    snapshot: `${stem}.json`,
    journal: `${stem}.journal`,
    audit: `${stem}.audit.jsonl`,
    texts: `${stem}.texts`,
    deleted: `${stem}${deletedSuffix}`,
  }
}
