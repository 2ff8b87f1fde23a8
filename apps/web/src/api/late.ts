import { type ComponentType, lazy } from 'react'
import { reachability } from './reachability.js'

/**
 * Fetches code that is a chunk of its own; while the server is away, as soon as it is back.
 * @throws what the browser says where the server is there and the chunk is not: another version has taken its place.
 */
export async function fetchLate<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (await answers()) throw error
      await isBack()
    }
  }
}

const loads = new Set<() => Promise<unknown>>()

/** A component whose code is fetched when it is first drawn, or by `fetchParts`. */
export function late<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const fetch = () => fetchLate(load)
  loads.add(fetch)
  return lazy(fetch)
}

/** Fetches every part that can be needed from here, one after the other, while there is a server to fetch them from. */
export async function fetchParts(): Promise<void> {
  // Those that come bring others with them, which are in line behind.
  for (const load of loads) {
    loads.delete(load)
    await load().catch(() => undefined)
  }
}

/** Whether the server is there. Where it is not, `reachability` is told, which makes the page ask until it is. */
export async function answers(): Promise<boolean> {
  const isThere = await fetch('/health').then(
    () => true,
    () => false,
  )
  reachability.set(isThere)
  return isThere
}

/** Resolves once it has answered again. */
export const isBack = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!reachability.get()) return
      stop()
      resolve()
    }
    const stop = reachability.subscribe(look)
    look()
  })

/** Calls `tell` if the server goes away, or is away, before something has come. */
export function whileAway(coming: Promise<unknown>, tell: () => void): void {
  const look = () => {
    if (!reachability.get()) tell()
  }
  const stop = reachability.subscribe(look)
  look()
  coming.then(stop, stop)
}
