import { locale } from '#strings/locale'

const list = new Intl.ListFormat(locale, { type: 'conjunction' })
const choice = new Intl.ListFormat(locale, { type: 'disjunction' })

/** "Ada, Grace and Edsger". */
export function namesOf(people: readonly { readonly name: string }[]): string {
  return list.format(people.map(({ name }) => name))
}

/** "Ada, Grace or Edsger". */
export function anyOf(people: readonly { readonly name: string }[]): string {
  return choice.format(people.map(({ name }) => name))
}
