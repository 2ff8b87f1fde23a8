import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** @returns 32 random bytes as URL-safe text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** @returns SHA-256 in hex: what is stored in a token's place. A token is random, so it needs no slow hash. */
export function hashToken(token: string): string {
  return digest(token).toString('hex')
}

/** @returns what names a token in a list or an address, from its hash; nobody gets anywhere with it. */
export function publicId(hash: string): string {
  return hash.slice(0, 16)
}

/** Compares in constant time; digests, because the comparison wants equal lengths. */
export function sameToken(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
