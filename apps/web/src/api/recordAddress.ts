/** Where something about a record can be fetched, also as a link. */
export function recordAddress(id: string, rest: string): string {
  return `/api/v1/records/${encodeURIComponent(id)}${rest}`
}
