import styles from './ProgressRing.module.css'

export interface ProgressRingProps {
  count: number
  total: number
  /** What is counted: "Slots filled". */
  label: string
  /** The value in words: "12 of 138 slots filled". */
  text: string
  /** CSS pixels. */
  size?: number
}

const radius = 8
const circumference = 2 * Math.PI * radius

/** How much of a whole is done, as a ring; whole when everything is. */
export function ProgressRing({ count, total, label, text, size = 20 }: ProgressRingProps) {
  const share = total === 0 ? 1 : Math.min(1, count / total)
  return (
    <span className={styles.ring} title={text} data-complete={share === 1 || undefined}>
      {/* Read out; a meter cannot be drawn as a ring in every browser. */}
      <meter
        className="visually-hidden"
        value={count}
        max={Math.max(1, total)}
        aria-label={label}
        aria-valuetext={text}
      />
      <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
        <circle className={styles.track} cx="10" cy="10" r={radius} />
        <circle
          className={styles.arc}
          cx="10"
          cy="10"
          r={radius}
          strokeDasharray={`${circumference * share} ${circumference}`}
          // A round cap would draw a dot for nothing at all.
          visibility={share === 0 ? 'hidden' : undefined}
        />
      </svg>
    </span>
  )
}
