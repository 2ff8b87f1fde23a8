import { isCollection, isScalar, parseDocument } from 'yaml'

/** @returns the characters a YAML value stands for, quoted or not. */
export function readScalar(source: string): string {
  const text = source.trim()
  if (!/^["']/.test(text)) return text
  const { contents, errors } = parseDocument(text, { schema: 'failsafe' })
  return errors.length === 0 && isScalar(contents) ? String(contents.value) : text
}

/** Writes a YAML value plain if it reads back as these characters, in block style and in flow style; else in double quotes. */
export function writeScalar(text: string): string {
  return staysPlain(`k: ${text}`, 'k', 1, text) && staysPlain(`[${text}, x]`, 0, 2, text) ? text : JSON.stringify(text)
}

function staysPlain(yaml: string, key: string | number, size: number, text: string): boolean {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  const collection: unknown = document.contents
  if (document.errors.length + document.warnings.length > 0 || !isCollection(collection)) return false
  const value = collection.get(key, true)
  return collection.items.length === size && isScalar(value) && value.type === 'PLAIN' && value.value === text
}
