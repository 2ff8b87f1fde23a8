export type RecordGroup = 'reader' | 'readingPerson' | 'editor' | 'editingPerson' | 'owner' | 'owningPerson'

/** Who may use what of one record; written out by hand, so that a slip in a route's declaration shows. */
export const recordRoutes: Record<RecordGroup, string[]> = {
  reader: [
    'GET /api/v1/records/:id',
    'GET /api/v1/records/:id/markdown',
    'GET /api/v1/records/:id/template',
    'GET /api/v1/records/:id/fingerprint',
    'GET /api/v1/records/:id/changes',
    'GET /api/v1/records/:id/writers',
    'GET /api/v1/records/:id/versions',
    'GET /api/v1/records/:id/versions/:number/markdown',
    'GET /api/v1/records/:id/audit',
    'POST /api/v1/records/:id/exports',
  ],
  /** Who signs is looked at in the record itself: an eligible person may only read. */
  readingPerson: ['POST /api/v1/records/:id/signoffs'],
  editor: ['PATCH /api/v1/records/:id'],
  editingPerson: ['POST /api/v1/records/:id/complete'],
  owner: [
    'PUT /api/v1/records/:id/roles/:role',
    'PATCH /api/v1/records/:id/sharing',
    'DELETE /api/v1/records/:id',
    'POST /api/v1/records/:id/restore',
  ],
  owningPerson: ['POST /api/v1/records/:id/reopen'],
}
