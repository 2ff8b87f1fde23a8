const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * An address from a record, if following it can do no harm: the web, mail, telephone, or a path.
 * @returns `undefined` for anything else, scripts above all.
 * @see docs/spec.md A8
 */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.trim() === '') return undefined
  // Browsers drop control characters from a scheme before they read it.
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(href.replace(/[\s\p{Cc}]/gu, ''))?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase()) ? href : undefined
}
