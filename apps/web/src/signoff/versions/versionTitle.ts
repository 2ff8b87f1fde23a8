import type { Version } from '@colophon/protocol'
import { versionStrings as strings } from '#strings/signoffVersions'
import { say } from '../../text/say.js'

/** A version as people call it: its number, and its name where somebody gave it one. */
export function versionTitle({ number, name }: Pick<Version, 'number' | 'name'>): string {
  const plain = say(strings.versionPlain, { number })
  return name === plain ? plain : say(strings.version, { number: plain, name })
}
