/** What one person's browser does: it keeps cookies and says from which page it asks. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends JSON. */
  send(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Response>
  /** Sends a request as it is, with cookies and the page's origin. */
  request(path: string, init?: RequestInit & { headers?: Record<string, string> }): Promise<Response>
  /** The `Cookie` header as it stands. */
  cookie(): string
  /** The headers that say who asks. */
  credentials(): Record<string, string>
}

/**
 * @param url where the server listens. @param origin the page's, or nothing for a script.
 * @param headers sent with every request.
 */
export function openBrowser(url: string, origin?: string, headers: Record<string, string> = {}): Browser {
  const jar = new Map<string, string>()

  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    const response = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...init,
      headers: {
        ...headers,
        ...(origin !== undefined && { origin }),
        ...(jar.size > 0 && { cookie: cookie() }),
        ...init.headers,
      },
    })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const at = pair.indexOf('=')
    if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }

  return {
    request,
    cookie,
    credentials: () => ({ ...headers, ...(jar.size > 0 && { cookie: cookie() }) }),
    get: (path, extra = {}) => request(path, { headers: extra }),
    send: (method, path, body) =>
      request(path, {
        method,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
  }
}
