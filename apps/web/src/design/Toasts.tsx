import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { designStrings } from '#strings/design'
import styles from './Toasts.module.css'
import { closeToast, type Toast, useToasts } from './toast.js'

const mostShown = 3

/**
 * Shows what `toast` says, above everything else. F6 brings the focus there and back. It is no chunk of its own: what it
 * has to say may be that the server is gone.
 */
export function Toasts() {
  const toasts = useToasts()
  const region = useRef<HTMLElement>(null)
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  useF6(region)
  return (
    <section
      ref={region}
      className={styles.viewport}
      aria-label={designStrings.notifications}
      tabIndex={-1}
      data-print="no"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <ol className={`plain-list ${styles.list}`} aria-live="polite" aria-relevant="additions">
        {toasts.slice(-mostShown).map((said) => (
          <li key={said.key}>
            <OneToast said={said} held={hovered || focused} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneToast({ said, held }: { said: Toast; held: boolean }) {
  const { key, message, detail, tone, action, shownMs } = said
  useEffect(() => {
    if (held || shownMs === null) return
    const timer = setTimeout(() => closeToast(key), shownMs)
    return () => clearTimeout(timer)
  }, [key, shownMs, held])
  return (
    <div className={styles.toast} data-tone={tone} role={tone === 'problem' ? 'alert' : undefined}>
      <div className={styles.words}>
        <p className={styles.title}>{message}</p>
        {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      </div>
      {action !== undefined && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            closeToast(key)
            action.onAction()
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={designStrings.dismiss} onClick={() => closeToast(key)}>
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}

/** To the messages, if there are any, and from there back to where one was. */
function useF6(region: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let cameFrom: Element | null = null
    const handleKey = (event: KeyboardEvent) => {
      const messages = region.current
      if (event.key !== 'F6' || event.defaultPrevented || messages === null) return
      if (messages.contains(document.activeElement)) {
        if (cameFrom instanceof HTMLElement) cameFrom.focus()
      } else if (messages.querySelector('button') !== null) {
        cameFrom = document.activeElement
        messages.focus()
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [region])
}
