import { isScalar, parseDocument } from 'yaml'

/** @returns the characters a YAML value stands for, quoted or not. */
export function readScalar(source: string): string {
  const text = source.trim()
  if (!/^["']/.test(text)) return text
  const { contents, errors } = parseDocument(text, { schema: 'failsafe' })
  return errors.length === 0 && isScalar(contents) ? String(contents.value) : text
}

/** Writes a YAML value plain if every parser reads it back as these characters, wherever it stands, else in double quotes. */
export function writeScalar(text: string): string {
  return isPlain(`k: ${text}`, text, (value) => value.k) && isPlain(`[${text}, x]`, text, (value) => value[0])
    ? text
    : JSON.stringify(text)
}

function isPlain(yaml: string, text: string, pick: (value: Record<string | number, unknown>) => unknown): boolean {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  if (document.errors.length > 0 || document.warnings.length > 0) return false
  const value: unknown = document.toJS()
  return typeof value === 'object' && value !== null && pick({ ...value }) === text
}
