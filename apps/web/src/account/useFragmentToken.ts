import { useEffect, useState } from 'react'

/**
 * The secret of a link, from the address's fragment. It is taken out of the address bar and of the history at once, so
 * that nobody reads it over a shoulder or finds it later; a reload within this tab still knows it.
 * @returns the empty string when the link has none.
 */
export function useFragmentToken(): string {
  const [token] = useState(readToken)
  useEffect(() => {
    if (window.location.hash === '') return
    const state: unknown = window.history.state
    window.history.replaceState(state, '', window.location.pathname + window.location.search)
    keep(token)
  }, [token])
  return token
}

/** Forgets the secret, once it is spent. */
export function forgetToken(): void {
  withStorage((storage) => storage.removeItem(keyOfPage()))
}

function readToken(): string {
  const fromAddress = window.location.hash.slice(1)
  return fromAddress === '' ? (withStorage((storage) => storage.getItem(keyOfPage())) ?? '') : fromAddress
}

function keep(token: string): void {
  withStorage((storage) => storage.setItem(keyOfPage(), token))
}

function keyOfPage(): string {
  return `colophon.token.${window.location.pathname}`
}

/** Storage may be barred; then a reload asks for the link again, and nothing else is lost. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    return undefined
  }
}
