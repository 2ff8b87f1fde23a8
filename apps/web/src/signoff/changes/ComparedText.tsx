import { useMemo } from 'react'
import { changeStrings as strings } from '#strings/signoffChanges'
import { inOrder } from '../../record/inOrder.js'
import styles from './DifferenceList.module.css'
import { type Piece, wordDifference } from './wordDifference.js'

/** Two texts as one: what was taken out struck through, what was put in underlined, and both said to who does not see it. */
export function ComparedText({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => wordDifference(before, after), [before, after])
  return (
    <p className={styles.text}>
      {inOrder(pieces, (piece) => (
        <PieceText piece={piece} />
      ))}
    </p>
  )
}

function PieceText({ piece: { kind, text } }: { piece: Piece }) {
  switch (kind) {
    case 'same':
      return text
    case 'cut':
      return (
        <span className={styles.cut}>
          <span aria-hidden>…</span>
          <Said>{strings.changesCut}</Said>
        </span>
      )
    case 'removed':
      return (
        <del className={styles.removed}>
          <Said>{strings.changesRemovedStart}</Said>
          {text}
          <Said>{strings.changesRemovedEnd}</Said>
        </del>
      )
    case 'added':
      return (
        <ins className={styles.added}>
          <Said>{strings.changesAddedStart}</Said>
          {text}
          <Said>{strings.changesAddedEnd}</Said>
        </ins>
      )
    default:
      return kind satisfies never
  }
}

/** Most screen readers say nothing about `ins` and `del`. */
function Said({ children }: { children: string }) {
  return <span className="visually-hidden"> {children} </span>
}
