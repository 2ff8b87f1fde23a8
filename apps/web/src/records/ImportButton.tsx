import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { recordsStrings } from '#strings/records'
import { Button } from '../design/Button.js'

/** Chooses a Markdown file from the device. */
export function ImportButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".md,.markdown,text/markdown"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // Emptied, so that the same file can be chosen again after it was mended.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <Button busy={busy} icon={<Upload size={17} aria-hidden />} onClick={() => input.current?.click()}>
        {recordsStrings.importFile}
      </Button>
    </>
  )
}
