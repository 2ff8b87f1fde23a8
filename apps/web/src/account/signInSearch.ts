export interface SignInSearch {
  /** Where the person was going: an address of this page. */
  to?: string
}

/** Reads the address of the sign-in page. Nothing that leads to another host gets through. */
export function readSignInSearch(search: Readonly<Record<string, unknown>>): SignInSearch {
  const to = search.to
  return typeof to === 'string' && isOwnAddress(to) ? { to } : {}
}

function isOwnAddress(address: string): boolean {
  // Browsers read a backslash as a slash, and drop tabs and newlines: `/\host` and `/<tab>/host` are other hosts.
  return /^\/(?![/\\])[^\\\s]*$/.test(address) && !address.startsWith('/sign-in')
}
