import { recordStrings as strings } from '../strings.js'

/** What is asked of somebody who leaves, and why. @param isSigning whether a decision of theirs is not sent yet. */
export function leaveWords(isSigning: boolean): readonly [title: string, text: string] {
  return isSigning ? [strings.leaveSigningTitle, strings.leaveSigningText] : [strings.leaveTitle, strings.leaveText]
}
