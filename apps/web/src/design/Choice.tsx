import { useId } from 'react'
import styles from './Choice.module.css'

export interface ChoiceProps<Value extends string> {
  /** What is chosen: the group's name. */
  label: string
  /** Write the label in front rather than only read it out. */
  showLabel?: boolean
  value: Value
  options: readonly { value: Value; label: string }[]
  onValueChange: (value: Value) => void
}

/** One of a few, side by side. Arrow keys move the choice. */
export function Choice<Value extends string>({
  label,
  showLabel = false,
  value,
  options,
  onValueChange,
}: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={styles.choice} role="radiogroup" aria-labelledby={id}>
      <span id={id} className={showLabel ? styles.label : 'visually-hidden'}>
        {label}
      </span>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              className={styles.input}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  )
}
