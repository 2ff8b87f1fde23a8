import { exactTime, relativeTime } from './time.js'
import { useNow } from './useNow.js'

/** "3 minutes ago", kept up to date, with the exact time on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  const now = useNow()
  return (
    <time dateTime={iso} title={exactTime(iso)}>
      {relativeTime(iso, now)}
    </time>
  )
}
