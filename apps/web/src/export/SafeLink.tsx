import type { ComponentProps } from 'react'

/** A link of the file. Only what leads to the web or within the page is a link here; a path leads somewhere in the repository. */
export function SafeLink({ href, children, id, title, ...rest }: ComponentProps<'a'>) {
  if (href?.startsWith('#') === true) {
    return (
      <a id={id} href={href} title={title} aria-label={rest['aria-label']}>
        {children}
      </a>
    )
  }
  if (href !== undefined && /^(https?:|mailto:)/i.test(href)) {
    return (
      <a href={href} title={title ?? href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    )
  }
  return <span title={title ?? href}>{children}</span>
}
