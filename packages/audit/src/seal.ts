import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { Head } from './chain.js'

/**
 * A server's word that a record's log had come this far. Without it, whoever holds a log could cut its end off, or write
 * another one from its beginning: hashes have no secret.
 */
export interface Seal {
  readonly head: Head
  /** The server's public key: Ed25519, SPKI, base64. */
  readonly key: string
  /** Over the record's id and the head; base64. */
  readonly signature: string
}

/** @returns a new private key: Ed25519, PKCS #8, PEM */
export function newSealKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

/** Whether a text is a private key as `newSealKey` gives it. */
export function isSealKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'ed25519'
  } catch {
    // What cannot be read is none.
    return false
  }
}

/** @returns the public half of a private key, as seals carry it */
export function publicSealKey(privateKey: string): string {
  return spkiOf(createPublicKey(createPrivateKey(privateKey)))
}

/** @param privateKey as `newSealKey` gives it */
export function sealHead(recordId: string, { number, hash }: Head, privateKey: string): Seal {
  const head = { number, hash }
  const key = createPrivateKey(privateKey)
  const signature = sign(null, message(recordId, head), key).toString('base64')
  return { head, key: spkiOf(createPublicKey(key)), signature }
}

/** Whether the holder of the seal's key made it for this record. Whose key it is, the seal cannot say. */
export function isSealGenuine(recordId: string, { head, key, signature }: Seal): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verify(null, message(recordId, head), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    // What is no key has sealed nothing.
    return false
  }
}

function message(recordId: string, { number, hash }: Head): Buffer {
  return Buffer.from(`colophon audit 1\n${recordId}\n${number}\n${hash}\n`, 'utf8')
}

function spkiOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}
