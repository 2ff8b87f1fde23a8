import { blockPaths } from './blocks.js'
import type { Template } from './template.js'

const cache = new WeakMap<Template, readonly (string | undefined)[]>()

/**
 * The blocks that a template's lines stand in, by `Line.number`; nothing for a blank line. Found when first asked for:
 * only printing and reading need them, so a page that does neither carries no parser of blocks.
 */
export function blockPathsOf(template: Template): readonly (string | undefined)[] {
  const known = cache.get(template)
  if (known !== undefined) return known
  const paths = blockPaths(template.source.slice(template.bom.length))
  cache.set(template, paths)
  return paths
}
