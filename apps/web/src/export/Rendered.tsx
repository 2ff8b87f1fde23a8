import { useMemo } from 'react'
import Markdown, { type Components, type Options } from 'react-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { exportStrings } from '#strings/export'
import { say } from '../text/say.js'
import { autoDirection } from './autoDirection.js'
import { ownHandlers } from './ownHandlers.js'
import { Picture } from './Picture.js'
import styles from './Rendered.module.css'
import { SafeLink } from './SafeLink.js'
import { Table } from './Table.js'
import { TickBox } from './TickBox.js'

// react-markdown: it builds React elements from the same micromark and mdast that the printer reads with, knows no raw HTML
// and so never executes any (A8).
const plugins: Options['remarkPlugins'] = [remarkFrontmatter, [remarkGfm, { singleTilde: false }]]
const toHtml: Options['remarkRehypeOptions'] = {
  handlers: ownHandlers,
  clobberPrefix: 'preview-',
  footnoteLabel: exportStrings.footnotes,
  footnoteBackLabel: (at) => say(exportStrings.footnoteBack, { number: at + 1 }),
}
const inHtml: Options['rehypePlugins'] = [autoDirection]
const components: Components = { a: SafeLink, img: Picture, input: TickBox, table: Table }

/** The file as a reader sees it, set like a page of a book. */
export function Rendered({ markdown }: { markdown: string }) {
  const page = useMemo(
    () => (
      <Markdown remarkPlugins={plugins} remarkRehypeOptions={toHtml} rehypePlugins={inHtml} components={components}>
        {markdown}
      </Markdown>
    ),
    [markdown],
  )
  return <article className={styles.page}>{page}</article>
}
