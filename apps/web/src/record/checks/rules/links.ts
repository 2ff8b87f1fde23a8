import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { type Finding, spotOf } from '../finding.js'
import { type LinkFault, linkFault } from '../linkForm.js'
import { isOpenEnded } from '../openEnded.js'
import type { Entry, Sheet } from '../sheet.js'

const sentences = {
  unfinished: strings.linkUnfinished,
  misspelt: strings.linkMisspelt,
  noScheme: strings.linkNoScheme,
  local: strings.linkLocal,
  backslash: strings.linkBackslash,
  space: strings.linkSpace,
  encoding: strings.linkEncoding,
  nowhere: strings.linkNowhere,
  words: strings.linkWords,
} as const satisfies Record<LinkFault | 'words', string>

/** A link is written so that it can lead somewhere, in the slots that are links and in all that people wrote. */
export function links({ entries }: Sheet): Finding[] {
  return entries.flatMap((entry) =>
    targetsOf(entry).flatMap((target): Finding[] => {
      const fault = linkFault(target)
      const isWords =
        entry.kind === 'link' &&
        !entry.links.includes(target) &&
        (fault === null || fault === 'space') &&
        isWord(target)
      const wrong = isWords ? 'words' : fault
      if (wrong === null) return []
      return [{ rule: 'links', sentence: say(sentences[wrong], { name: entry.name, target }), places: [spotOf(entry)] }]
    }),
  )
}

/** The addresses within a text that is more than one: a slot that says "GATE-7, see https://…" has one. */
const addresses = /<?\bhttps?:\/\/[^\s<>()]+/gi

function targetsOf({ kind, text, links }: Entry): readonly string[] {
  if (links.length > 0 || kind !== 'link') return links
  if (isOpenEnded(text) || text.includes('{{')) return []
  if (!/\s/.test(text)) return [text.replace(/^<(.*)>$/, '$1')]
  const found = text.match(addresses)
  return found?.map((address) => address.replace(/^</, '')) ?? [text]
}

/** Neither an address nor a path: nothing in it says where. */
const isWord = (target: string) => !/[/#.\\]|:\S/.test(target) || (/\s/.test(target) && !/[/\\]/.test(target))
