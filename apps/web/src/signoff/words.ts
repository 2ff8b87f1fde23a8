import { type Decision, meaningSchema } from '@colophon/protocol'
import { signoffStrings as strings } from '#strings/signoff'
import { say } from '../text/say.js'

type Approval = Extract<Decision, { kind: 'approved' }>

/** What somebody says with an approval, in a sentence with their name. */
export function saidBy({ person: { name }, meaning: words }: Approval): string {
  const meaning = meaningSchema.safeParse(words)
  return meaning.success
    ? say(strings.said[meaning.data], { name })
    : say(strings.saidOtherwise, { name, meaning: words })
}

/** The same, of oneself. */
export function saidByMe({ meaning: words }: Approval): string {
  const meaning = meaningSchema.safeParse(words)
  return meaning.success ? strings.saidByMe[meaning.data] : say(strings.saidByMeOtherwise, { meaning: words })
}
