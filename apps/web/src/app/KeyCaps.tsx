import { type Combination, keyCaps } from './keys.js'

/** A combination as the keys of this machine are marked. */
export function KeyCaps({ keys }: { keys: Combination }) {
  return keyCaps(keys).map((cap, index) => (
    <span key={cap}>
      {index > 0 && ' '}
      <kbd>{cap}</kbd>
    </span>
  ))
}
