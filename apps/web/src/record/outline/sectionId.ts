/** The `id` of a heading's element; the same while items move. */
export const sectionId = (scopePath: string, headingId: string) =>
  `section${scopePath.replaceAll('/', '-')}-${headingId}`
