import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { appStrings } from '#strings/app'
import { welcomeQuery } from '../api/queries.js'
import { reachability, useReachable } from '../api/reachability.js'
import { Banner } from '../design/Banner.js'

const askAgainMs = 3_000

/** Says so while the server cannot be reached, and asks until it can. */
export function Connection() {
  const reachable = useReachable()
  useBrowserNetwork()
  useQuery({ ...welcomeQuery, enabled: !reachable, refetchInterval: askAgainMs, retry: false })
  // Always in the page, so that a screen reader hears the words come in.
  return <div aria-live="polite">{!reachable && <Banner tone="warn">{appStrings.offline}</Banner>}</div>
}

/** The browser notices a lost network before any call fails. Whether it is truly back, only a call can tell. */
function useBrowserNetwork(): void {
  useEffect(() => {
    const handleOffline = () => reachability.set(false)
    window.addEventListener('offline', handleOffline)
    return () => window.removeEventListener('offline', handleOffline)
  }, [])
}
