import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { bringIntoView } from '../record/slot/bringIntoView.js'
import { SignoffBox } from './SignoffBox.js'
import styles from './SignoffBox.module.css'
import type { Line } from './signing.js'

/** One sign-off, where the document has it. `#signoff=ROLE` in the address leads to its box. */
export function SignoffInText({ role, label }: Line) {
  const element = useRef<HTMLSpanElement>(null)
  const { hash } = useLocation()
  const isMeant = new URLSearchParams(hash).get('signoff') === role
  useEffect(() => {
    if (!isMeant) return
    // Once the page has been laid out, and after the router has put the scroll where it was.
    const frame = requestAnimationFrame(() => {
      if (element.current === null) return
      bringIntoView(element.current)
      element.current.querySelector('input')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [isMeant])
  return (
    <span ref={element} className={styles.inText}>
      <SignoffBox role={role} label={label} />
    </span>
  )
}
