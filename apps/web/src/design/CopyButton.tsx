import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.js'
import { toast } from './toast.js'

const shownMs = 2_500

export interface CopyButtonProps {
  /** What is copied; a function where it must be fetched first. */
  text: string | (() => Promise<string>)
  words: { copy: string; copied: string; failed: string }
  /** There is nothing to copy yet. */
  busy?: boolean
}

/** Begun within the press, so that a browser which asks for one lets it through. */
function itemOf(text: () => Promise<string>): ClipboardItem {
  const blob = text().then((words) => new Blob([words], { type: 'text/plain' }))
  return new ClipboardItem({ 'text/plain': blob })
}

/** Puts `text` on the clipboard and says whether that worked. */
export function CopyButton({ text, words, busy = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [copied])

  const handleClick = async () => {
    try {
      if (typeof text === 'string') await navigator.clipboard.writeText(text)
      else await navigator.clipboard.write([itemOf(text)])
      setCopied(true)
    } catch {
      // Not a secure context, or not allowed: the person can still select it.
      toast(words.failed, { tone: 'problem' })
    }
  }
  return (
    <>
      <Button
        busy={busy}
        onClick={() => void handleClick()}
        icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      >
        {copied ? words.copied : words.copy}
      </Button>
      <span className="visually-hidden" role="status">
        {copied && words.copied}
      </span>
    </>
  )
}
