// A chunk of its own: all that reads Markdown.
export { parseTemplate } from '@colophon/template'
