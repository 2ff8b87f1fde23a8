import { type ComponentProps, isValidElement, type ReactNode } from 'react'

/**
 * A link of the file. Only what leads to the web or within the page is a link here; a path leads somewhere in the repository.
 * On paper its address stands behind it, unless its words are the address.
 */
export function SafeLink({ href, children, id, title, ...rest }: ComponentProps<'a'>) {
  if (href?.startsWith('#') === true) {
    return (
      <a
        id={id}
        href={href}
        title={title}
        aria-label={rest['aria-label']}
        data-footnote-backref={'data-footnote-backref' in rest || undefined}
      >
        {children}
      </a>
    )
  }
  const address = href === undefined || isUnfilled(href) || saysItself(wordsOf(children), href) ? undefined : href
  if (href !== undefined && /^(https?:|mailto:)/i.test(href)) {
    return (
      <a href={href} title={title ?? href} data-address={address} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    )
  }
  return (
    <span title={title ?? href} data-address={address}>
      {children}
    </span>
  )
}

/** Whether an address still has a slot in it, as the parser writes its braces. */
const isUnfilled = (href: string) => href.includes('%7B%7B')

/** Whether somebody who reads `words` knows the address. */
function saysItself(words: string, href: string): boolean {
  const bare = (text: string) => text.replace(/^(mailto:|https?:\/\/)|\/$/gi, '')
  return bare(words.trim()) === bare(href)
}

function wordsOf(children: ReactNode): string {
  if (typeof children === 'string') return children
  if (Array.isArray(children)) return children.map(wordsOf).join('')
  return isValidElement<{ children?: ReactNode }>(children) ? wordsOf(children.props.children) : ''
}
