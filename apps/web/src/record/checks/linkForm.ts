/** What is wrong with how a link is written. Whether anything is at its end, only a visit could tell. */
export type LinkFault =
  | 'unfinished'
  | 'misspelt'
  | 'noScheme'
  | 'local'
  | 'backslash'
  | 'space'
  | 'encoding'
  | 'nowhere'

/** @param target - an address, or a path from where the file is. @returns `null` where nothing is wrong with its form. */
export function linkFault(target: string): LinkFault | null {
  if (/^[./?]*#?$/.test(target)) return 'nowhere'
  if (isLocal(target)) return 'local'
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') {
    if (!/^https?:\/\/[^\s/?#]/i.test(target)) return /^https?:\/*$/i.test(target) ? 'unfinished' : 'misspelt'
  } else if (scheme !== undefined) {
    return isNearlyHttp(scheme) ? 'misspelt' : null
  }
  if (target.includes('\\')) return 'backslash'
  if (/\s/.test(target)) return 'space'
  if (!isDecodable(target)) return 'encoding'
  return scheme === undefined && beginsWithHost(target) ? 'noScheme' : null
}

/** Within a computer: a drive, somebody's folders, the machine itself. */
const isLocal = (target: string) =>
  /^(?:file:|[a-z]:[\\/]|~\/|\/(?:users|home|tmp|var)\/)/i.test(target) ||
  /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(target)

/** `htps`, `ttps`, `htttp`: the letters of http, and too few or too many of them. */
const isNearlyHttp = (scheme: string) => /^h*t+p+s*$/.test(scheme)

/** `www.example.org`, `docs.example.org/limits`; a file's name has no folder behind it. */
const beginsWithHost = (target: string) =>
  /^www\./i.test(target) || /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/./i.test(target)

function isDecodable(target: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(target)
}
