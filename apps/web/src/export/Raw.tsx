import { useMemo } from 'react'
import styles from './Raw.module.css'
import { SlotLink } from './Unfilled.js'
import { cutAtSlots, type SlotPlaces } from './unfilledSlots.js'

export interface RawProps {
  recordId: string
  markdown: string
  placeOf: SlotPlaces
}

/** The file's exact text (U4). Empty slots are links to their place, and their text is the file's own. */
export function Raw({ recordId, markdown, placeOf }: RawProps) {
  const pieces = useMemo(() => cutAtSlots(markdown), [markdown])
  return (
    <pre className={styles.raw}>
      {pieces.map((piece) =>
        piece.kind === 'words' ? (
          piece.text
        ) : (
          <SlotLink key={piece.at} recordId={recordId} place={placeOf(piece.name)}>
            {piece.text}
          </SlotLink>
        ),
      )}
    </pre>
  )
}
