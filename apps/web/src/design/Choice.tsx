import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
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
    <div className={styles.choice}>
      <span id={id} className={showLabel ? styles.label : 'visually-hidden'}>
        {label}
      </span>
      <RadioGroup value={value} onValueChange={onValueChange} aria-labelledby={id} className={styles.options}>
        {options.map((option) => (
          <Radio.Root key={option.value} value={option.value} className={styles.option} aria-label={option.label}>
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
