import type { Page } from './weigh.js'

/**
 * The goals are 100 KB for the list and 250 KB for a record (P8). What stands between for the list: React, its router and
 * its queries are 105 KB. A budget may go down, never up.
 */
export const pages: readonly Page[] = [
  { name: 'the list of records', module: 'src/records/RecordsPage.tsx', budgetKb: 142 },
  { name: 'a record', module: 'src/app/RecordRoute.tsx', budgetKb: 198 },
  // These come when the record is there already; counted is what each adds.
  {
    name: 'writing in a record',
    module: 'src/record/slot/writing.ts',
    after: 'src/app/RecordRoute.tsx',
    budgetKb: 127,
  },
  { name: 'a record’s sign-offs', module: 'src/signoff/parts.ts', after: 'src/app/RecordRoute.tsx', budgetKb: 12 },
  { name: 'a record’s export', module: 'src/export/ExportPage.tsx', budgetKb: 212 },
  { name: 'signing in', module: 'src/account/SignInPage.tsx', budgetKb: 148 },
]
