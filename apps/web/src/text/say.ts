import { locale } from '#strings/locale'

/** A message in the forms that its language counts in: English has `one` and `other`, another may have up to six. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** The names in braces within a message: `'{count} records'` has `count`. */
export type Names<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** What a message needs to be told. A name that is missing or misspelt does not compile. */
export type Values<Message extends string> = { readonly [Name in Names<Message>]: string | number }

const plurals = new Intl.PluralRules(locale)
const numbers = new Intl.NumberFormat(locale)

/**
 * Puts values into a message of a catalogue. A message in several forms is chosen by its `count`.
 * The catalogue (`src/strings`) holds words only, so that a translation needs no code.
 * @example say(strings.found, { count: 3 }) // '3 records'
 */
export function say<Message extends string>(message: Message, values: Values<Message>): string
export function say<Message extends Plural>(
  message: Message,
  values: Values<NonNullable<Message[keyof Message & Intl.LDMLPluralRule]>> & { readonly count: number },
): string
export function say(message: string | Plural, values: Readonly<Record<string, string | number>>): string {
  const form = typeof message === 'string' ? message : chosen(message, values.count)
  return form.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) return placeholder
    return typeof value === 'number' ? numbers.format(value) : value
  })
}

function chosen(message: Plural, count: string | number | undefined): string {
  return message[plurals.select(Number(count))] ?? message.other
}
