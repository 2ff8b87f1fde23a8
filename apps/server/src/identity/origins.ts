/** From which pages a browser may speak to this server. */
export interface Origins {
  /** The public origin first. */
  readonly own: readonly string[]
  judge(origin: string | undefined): 'own' | 'foreign' | 'missing'
}

/**
 * @param publicUrl where people open Colophon. A loopback address is known under its other names too, since
 * `localhost` and `127.0.0.1` are the same machine to a person and two origins to a browser.
 * @see docs/spec.md A3
 */
export function createOrigins(publicUrl: string): Origins {
  const own = aliases(new URL(publicUrl))
  return {
    own,
    judge(origin) {
      if (origin === undefined) return 'missing'
      return own.includes(origin) ? 'own' : 'foreign'
    },
  }
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

function aliases(url: URL): string[] {
  if (!loopback.includes(url.hostname)) return [url.origin]
  const others = loopback.filter((host) => host !== url.hostname)
  const port = url.port === '' ? '' : `:${url.port}`
  return [url.origin, ...others.map((host) => `${url.protocol}//${host}${port}`)]
}
