import type { PrintOptions } from '@colophon/template'
import type { RecordText } from '../sync/rooms.js'
import type { Documents } from './documents.js'
import { type Answer, type Authors, answerFrom, type Content, type Question, type Summary } from './question.js'
import type { SignoffLines } from './signoff-lines.js'

/** Reads what a record's text says. @throws ThreadError where a large text takes too long */
export interface Reader {
  /** The file, signed by those whose approval covers it. */
  markdown(text: RecordText, options: Omit<PrintOptions, 'signoffs'>, lines: SignoffLines): Promise<string>
  /** The same, and the fingerprint of the text under it. */
  file(
    text: RecordText,
    options: Omit<PrintOptions, 'signoffs'>,
    lines: SignoffLines,
  ): Promise<{ markdown: string; fingerprint: string }>
  /** The hex SHA-256 of what a sign-off made now would cover. */
  fingerprint(text: RecordText): Promise<string>
  summary(text: RecordText): Promise<Summary>
  /** All that a sign-off made now would cover, of one moment. */
  content(text: RecordText): Promise<Content>
  /**
   * Who has written what since a moment; see `newerClients` for what that cannot know.
   * @param since the encoded state vector of that moment.
   */
  authors(text: RecordText, since: Uint8Array): Promise<Authors>
  /** Its template, as `packTemplate` writes it. */
  template(text: RecordText): Promise<string>
}

export function createReader(documents: Pick<Documents, 'answer'>): Reader {
  /** What is small can still be dear to print: imported text is read again to see whether it means the same. */
  async function ask(text: RecordText, question: Question): Promise<Answer> {
    if (text.isLarge || question.kind !== 'summary') return documents.answer(text.state(), question)
    return text.read((doc) => answerFrom(doc, question))
  }

  return {
    async markdown(text, options, lines) {
      const answer = await ask(text, { kind: 'markdown', options, lines })
      if (answer.kind === 'markdown') return answer.markdown
      throw outOfTurn(answer)
    },
    async file(text, options, lines) {
      const answer = await ask(text, { kind: 'file', options, lines })
      if (answer.kind === 'file') return { markdown: answer.markdown, fingerprint: answer.fingerprint }
      throw outOfTurn(answer)
    },
    async fingerprint(text) {
      const answer = await ask(text, { kind: 'fingerprint' })
      if (answer.kind === 'fingerprint') return answer.fingerprint
      throw outOfTurn(answer)
    },
    async summary(text) {
      const answer = await ask(text, { kind: 'summary' })
      if (answer.kind === 'summary') return answer.summary
      throw outOfTurn(answer)
    },
    async content(text) {
      const answer = await ask(text, { kind: 'content' })
      if (answer.kind === 'content') return answer.content
      throw outOfTurn(answer)
    },
    async authors(text, since) {
      const answer = await ask(text, { kind: 'authors', since })
      if (answer.kind === 'authors') return answer.authors
      throw outOfTurn(answer)
    },
    async template(text) {
      const answer = await ask(text, { kind: 'template' })
      if (answer.kind === 'template') return answer.packed
      throw outOfTurn(answer)
    },
  }
}

const outOfTurn = ({ kind }: Answer) => new Error(`A reading was answered out of turn: ${kind}`)
