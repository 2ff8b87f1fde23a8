import { Tabs } from '@base-ui/react/tabs'
import { memo, useState } from 'react'
import { exportStrings } from '#strings/export'
import { Raw, type RawProps } from './Raw.js'
import { Rendered } from './Rendered.js'
import styles from './Sides.module.css'
import { useWide } from './useWide.js'

/** The file as it reads and as it is written: side by side where there is room, else one at a time. */
export const Sides = memo(function Sides({ recordId, markdown, placeOf }: RawProps) {
  const wide = useWide()
  const [side, setSide] = useState<'rendered' | 'raw'>('rendered')
  const rendered = <Rendered markdown={markdown} />
  const raw = <Raw recordId={recordId} markdown={markdown} placeOf={placeOf} />
  if (wide) {
    return (
      <div className={styles.sides}>
        <section className={styles.side} aria-labelledby="rendered-side">
          <h2 id="rendered-side" className={styles.label}>
            {exportStrings.rendered}
          </h2>
          {rendered}
        </section>
        <section className={styles.side} aria-labelledby="raw-side" data-print="no">
          <h2 id="raw-side" className={styles.label}>
            {exportStrings.raw}
          </h2>
          {raw}
        </section>
      </div>
    )
  }
  return (
    <Tabs.Root value={side} onValueChange={setSide}>
      <Tabs.List className={styles.tabs} data-print="no">
        <Tabs.Tab value="rendered" className={styles.tab}>
          {exportStrings.rendered}
        </Tabs.Tab>
        <Tabs.Tab value="raw" className={styles.tab}>
          {exportStrings.raw}
        </Tabs.Tab>
      </Tabs.List>
      {/* Kept while hidden: printing shows it whichever tab is open. */}
      <Tabs.Panel value="rendered" keepMounted className={styles.rendered}>
        {rendered}
      </Tabs.Panel>
      <Tabs.Panel value="raw" data-print="no">
        {raw}
      </Tabs.Panel>
    </Tabs.Root>
  )
})
