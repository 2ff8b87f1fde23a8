import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Origins } from '../identity/origins.js'

/**
 * Headers that keep a page from running or asking for anything that is not Colophon's own.
 * Styles may be inline: the editor places carets and sizes columns with them. Scripts may not, ever.
 * @see docs/spec.md A8
 */
export async function secureHeaders(app: FastifyInstance, origins: Origins): Promise<void> {
  const secure = origins.own.every((origin) => origin.startsWith('https:'))
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", ...socketOrigins(origins)],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', unusedFeatures)
    // What may be kept says so itself.
    reply.header('cache-control', 'no-store')
  })
}

/** What a page of Colophon never asks a browser for. */
const unusedFeatures = [
  ...['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb'],
  ...['accelerometer', 'gyroscope', 'magnetometer', 'xr-spatial-tracking', 'publickey-credentials-get'],
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Named as well as 'self', which older Safari does not take to mean its sockets. A policy cannot name an IPv6 address. */
function socketOrigins(origins: Origins): string[] {
  return origins.own.filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws'))
}
