import { hash, verify } from '@node-rs/argon2'

/** Argon2id is the library's default algorithm; memory in KiB, as OWASP's first choice has it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @returns the PHC string, salt and costs included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether `password` is the one that `hash` was made from. */
export function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  return verify(attempt.hash, attempt.password.normalize('NFKC'))
}
