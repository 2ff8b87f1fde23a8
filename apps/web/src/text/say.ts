/** A message in as many forms as English counts in; another language may have more of `Intl.LDMLPluralRule`'s. */
export interface Plural<One extends string = string, Other extends string = string> {
  readonly one: One
  readonly other: Other
}

/** The names in braces within a message: `'{count} records'` has `count`. */
export type Names<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

/** What a message needs to be told. A name that is missing or misspelt does not compile. */
export type Values<Message extends string> = { readonly [Name in Names<Message>]: string | number }

const plurals = new Intl.PluralRules('en-GB')
const numbers = new Intl.NumberFormat('en-GB')

/**
 * Puts values into a message of a catalogue. A message in several forms is chosen by its `count`.
 * Catalogues (`strings.ts` in each folder) hold words only, so that a translation needs no code.
 * @example say(strings.found, { count: 3 }) // '3 records'
 */
export function say<Message extends string>(message: Message, values: Values<Message>): string
export function say<One extends string, Other extends string>(
  message: Plural<One, Other>,
  values: Values<One> & Values<Other> & { readonly count: number },
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
  return plurals.select(Number(count)) === 'one' ? message.one : message.other
}
