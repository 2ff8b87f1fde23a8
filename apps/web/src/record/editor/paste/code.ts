import { rename } from './rename.js'

/** Code as HTML has it: without the spans that colour it, with its language where the page says so. */
export function mendCode(body: HTMLElement): void {
  for (const block of body.querySelectorAll('pre')) {
    for (const line of block.querySelectorAll('br')) line.replaceWith('\n')
    const code = block.ownerDocument.createElement('code')
    const language = languageOf(block)
    if (language !== undefined) code.className = `language-${language}`
    code.textContent = (block.textContent ?? '').replace(/\n$/, '')
    block.replaceChildren(code)
  }
  for (const span of body.querySelectorAll('span[style*="font-family"]')) {
    const { fontFamily } = span instanceof HTMLElement ? span.style : { fontFamily: '' }
    if (monospaced.test(fontFamily) && span.closest('pre, code') === null) rename(span, 'code').removeAttribute('style')
  }
}

const monospaced = /courier|consolas|menlo|monaco|monospace|\bmono\b/i

function languageOf(block: Element): string | undefined {
  const classes = [block.querySelector('code'), block, block.parentElement].map((element) => element?.className ?? '')
  const named = /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-)([\w+#.-]+)/.exec(classes.join(' '))
  return named?.[1] ?? block.getAttribute('lang') ?? undefined
}
