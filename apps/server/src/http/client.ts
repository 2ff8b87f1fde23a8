import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { withAccess } from './guard.js'
import { notFound, sendProblem } from './problem.js'

/**
 * Serves the built web client, and its page for every address a person may open or reload; the client finds its way
 * from there. Whatever else is unknown is a problem with status 404.
 * @param folder the client's build: `index.html`, and files in `assets/` whose names change with their content.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) {
    const options: FastifyStaticOptions = {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    }
    // Once for `sendFile` below, which is wanted everywhere, and once for the files, whose routes need their access.
    await app.register(fastifyStatic, { ...options, serve: false })
    await app.register(
      withAccess({ who: 'anyone' }, async (scope) => {
        await scope.register(fastifyStatic, { ...options, index: 'index.html', wildcard: false, decorateReply: false })
      }),
    )
  } else {
    app.log.warn({ folder }, 'the web client is not built; only the API answers')
  }

  app.setNotFoundHandler((request, reply) => {
    if (built && isNavigation(request)) return reply.sendFile('index.html')
    return sendProblem(request, reply, notFound)
  })
}

/** Whether a browser wants a page, rather than a script or a picture that is gone. */
function isNavigation(request: FastifyRequest): boolean {
  const { method, url, headers } = request
  if (method !== 'GET' && method !== 'HEAD') return false
  if (url.startsWith('/api/') || url.startsWith('/assets/') || url.startsWith('/sync/')) return false
  return headers.accept?.includes('text/html') ?? false
}

function cachingOf(path: string): string {
  if (/[\\/]index\.html(\.\w+)?$/.test(path)) return 'no-cache'
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
