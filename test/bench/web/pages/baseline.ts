import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Text, TextName } from '../texts.js'
import type { Subject } from './subject.js'

/**
 * The built page of one stock editor, from a server that does nothing else; what it sends is compressed beforehand.
 * @param folder what Vite made of `baseline/`
 */
export async function serveBaseline(folder: string, texts: Readonly<Record<TextName, Text>>): Promise<Subject> {
  const ready = new Map<string, Buffer>(
    Object.entries(texts).map(([name, { html }]) => [`/text/${name}`, gzipSync(html)] as const),
  )
  const bodyOf = async (path: string) => {
    const known = ready.get(path)
    if (known !== undefined) return known
    const body = gzipSync(await readFile(join(folder, normalize(path === '/' ? '/index.html' : path))))
    ready.set(path, body)
    return body
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    bodyOf(pathname).then(
      (body) => response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': typeOf(pathname) }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The baseline’s server has no port.')
  return {
    id: 'baseline',
    place: async (text) => ({
      address: `http://localhost:${address.port}/#${text}`,
      target: {
        arrives: { over: 'http', path: `/text/${text}` },
        text: '.ProseMirror',
        lastWords: texts[text].lastWords,
        field: '.ProseMirror',
      },
      cookies: [],
    }),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript'
  return path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8'
}
