import { useIsFetching } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Brings the section that the address names into view, and again once the lists above it have come and pushed it away. */
export function useSectionFromHash(): void {
  const { hash } = useLocation()
  const isWaiting = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0
  useEffect(() => {
    if (!isWaiting && hash !== '') document.getElementById(hash)?.scrollIntoView()
  }, [hash, isWaiting])
}
