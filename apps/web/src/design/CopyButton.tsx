import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.js'
import { toast } from './toast.js'

const shownMs = 2_500

export interface CopyButtonProps {
  text: string
  words: { copy: string; copied: string; failed: string }
}

/** Puts `text` on the clipboard and says whether that worked. */
export function CopyButton({ text, words }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [copied])

  const handleClick = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // Not a secure context, or not allowed: the person can still select it.
      toast(words.failed, { tone: 'problem' })
    }
  }
  return (
    <>
      <Button
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
