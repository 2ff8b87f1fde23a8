import { ScrollArea } from '@base-ui/react/scroll-area'
import type { ComponentProps } from 'react'
import styles from './Table.module.css'

/** A table of the file; one that is wider than the page scrolls by itself, by keyboard too. */
export function Table({ children, dir }: ComponentProps<'table'>) {
  return (
    <ScrollArea.Root>
      <ScrollArea.Viewport className={styles.viewport}>
        <table dir={dir}>{children}</table>
      </ScrollArea.Viewport>
    </ScrollArea.Root>
  )
}
