import type { LayoutBlock } from '@colophon/template'
import { recordStrings as strings } from '#strings/record'
import { inOrder } from '../inOrder.js'
import styles from './FrontMatter.module.css'
import { Inlines } from './Inlines.js'

type Fields = Extract<LayoutBlock, { type: 'frontMatter' }>['fields']

/** The file's front matter, as a calm list of properties. */
export function FrontMatter({ fields }: { fields: Fields }) {
  return (
    <dl className={styles.properties} aria-label={strings.properties}>
      {inOrder(fields, ({ key, children }) => (
        <div className={styles.property}>
          <dt>{inWords(key)}</dt>
          <dd>
            <Inlines nodes={children} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** `target_audience` → `Target audience`. */
function inWords(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
