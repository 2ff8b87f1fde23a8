import type { Scope } from './document.js'
import { trustedValue } from './filled.js'
import type { LayoutInline } from './layout.js'
import { placeSlot } from './resolve.js'

/** A line of the template in words, as somebody would name it: empty slots by their names, ticks and sign-offs left out. */
export function wordsOf(line: readonly LayoutInline[], scope: Scope): string {
  return said(line, scope).replace(/\s+/g, ' ').trim()
}

function said(line: readonly LayoutInline[], scope: Scope): string {
  return line.map((node) => saidBy(node, scope)).join('')
}

function saidBy(node: LayoutInline, scope: Scope): string {
  switch (node.type) {
    case 'text':
    case 'status':
      return node.value
    case 'slot': {
      const { fragment, placeholder } = placeSlot(node.slot, scope, node.at)
      return trustedValue(node.slot, fragment, placeholder)?.text ?? `[${node.slot.label}]`
    }
    case 'index':
      return scope.indices.slice(node.level - 1, node.level).join('')
    case 'break':
      return ' '
    case 'tick':
    case 'signoff':
      return ''
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'code':
    case 'link':
      return said(node.children, scope)
  }
}
