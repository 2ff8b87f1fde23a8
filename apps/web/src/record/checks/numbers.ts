const grouped = String.raw`\d{1,3}(?:[,  ' ]\d{3})+(?:\.\d+)?`
const plain = String.raw`\d+(?:[.,]\d+)?`
const figure = `(?<number>${grouped}|${plain})`

const withSign = new RegExp(`^\\D{0,3}?${figure}\\s*(?:%|per\\s?cent\\b)`, 'i')
const alone = new RegExp(`^${figure}$`)
const counted = /^(?<number>\d{1,3}(?:[,  ' ]\d{3})+|\d+)(?![\d.,]*\d)(?!\s*(?:%|[-–—/]))/

/** The share a text begins with: `96.4 %`, `~96,4 percent`; of a bare number only where `bare` allows. `undefined` for none. */
export function readPercent(text: string, bare: boolean): number | undefined {
  return numberOf(withSign.exec(text) ?? (bare ? alone.exec(text) : null))
}

/** The whole number a text begins with: `54`, `1,204 in all`. `undefined` for none, and for a share or a range. */
export function readCount(text: string): number | undefined {
  return numberOf(counted.exec(text))
}

function numberOf(match: RegExpExecArray | null): number | undefined {
  const text = match?.groups?.number
  if (text === undefined) return undefined
  const isGrouped = new RegExp(`^${grouped}$`).test(text)
  return Number(isGrouped ? text.replace(/[^\d.]/g, '') : text.replace(',', '.'))
}
