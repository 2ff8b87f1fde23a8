import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import proxyAddr from '@fastify/proxy-addr'

/** A proxy on this machine may say whom it speaks for; nobody farther away may. */
export const trustedProxies = 'loopback'

const isTrusted = proxyAddr.compile(trustedProxies)

/** From where a request comes; of IPv6 the network, since one household or machine has a whole one. */
export function addressOf(request: IncomingMessage): string {
  return networkOf(proxyAddr(request, isTrusted))
}

/** The first 64 bits of an IPv6 address, or the IPv4 address that stands for itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
  return `${groups.slice(0, 4).map(withoutZeros).join(':')}::/64`
}

const withoutZeros = (group: string) => group.replace(/^0+(?=.)/, '')
