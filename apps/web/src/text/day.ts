import { dayAnyYear, dayThisYear } from './time.js'

/**
 * A day as people write it: "1 March", with the year where it is another.
 * @param iso - ISO 8601; a day without a time is that day wherever the reader is.
 * @param now - milliseconds since the epoch.
 */
export function dayOf(iso: string, now: number): string {
  const then = new Date(iso.length === 10 ? `${iso}T00:00:00` : iso)
  if (Number.isNaN(then.getTime())) return ''
  return (then.getFullYear() === new Date(now).getFullYear() ? dayThisYear : dayAnyYear).format(then)
}
