import type { Token } from '@colophon/protocol'
import { settingsStrings as strings } from '#strings/settings'
import { dayOf } from '../text/day.js'
import { say } from '../text/say.js'

/** @param now - milliseconds since 1970. */
export function hasRunOut({ expiresAt }: Pick<Token, 'expiresAt'>, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now
}

/** What is to be known of a token: what it may, whose it is, until when it is good, and whether anything uses it. */
export function tokenFacts(token: Omit<Token, 'id' | 'name'>, isMine: boolean, now: number): string[] {
  const { scope, createdBy, lastUsedOn } = token
  return [
    strings.scopes[scope],
    ...(isMine ? [] : [say(strings.tokenOf, { name: createdBy.name })]),
    endOf(token, now),
    lastUsedOn === null ? strings.tokenUnused : say(strings.tokenUsed, { date: dayOf(lastUsedOn, now) }),
  ]
}

function endOf({ expiresAt }: Pick<Token, 'expiresAt'>, now: number): string {
  if (expiresAt === null) return strings.tokenEndless
  const date = dayOf(expiresAt, now)
  return hasRunOut({ expiresAt }, now) ? say(strings.tokenRanOut, { date }) : say(strings.until, { date })
}
