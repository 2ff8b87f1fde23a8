import { nextPaint } from './paint.js'
import type { Opening, Target } from './target.js'

/** Watches a page open: tries each frame whether it can be read, and whether a key goes into its first field. */
export async function watchOpening(target: Target): Promise<Opening> {
  const firstByte = whenDocumentComes(target.arrives)
  const readable = when(() => document.querySelector(target.text)?.textContent?.includes(target.lastWords) === true)
  const key = when(() => takesKey(target.field))
  return { firstByteMs: await firstByte, readableMs: await readable, keyMs: await key }
}

/** Resolves with the time of the frame after the first in which `holds` does. */
async function when(holds: () => boolean): Promise<number> {
  for (;;) {
    const painted = await nextPaint(holds)
    if (painted.result) return painted.atMs
  }
}

/** Does what somebody does who wants to write at once: goes to the field and presses a key. */
function takesKey(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector)
  if (field === null) return false
  const text = field.parentElement ?? field
  if (!text.contains(document.activeElement)) field.focus()
  const active = document.activeElement
  if (!(active instanceof HTMLElement && active.isContentEditable && text.contains(active))) return false
  const before = text.textContent?.length ?? 0
  document.execCommand('insertText', false, 'k')
  return (text.textContent?.length ?? 0) > before
}

/** Told on the page's own thread, over the socket as over HTTP, so that both wait their turn alike. */
function whenDocumentComes(arrives: Target['arrives']): Promise<number> {
  return new Promise((resolve) => {
    if (arrives.over === 'http') {
      const { fetch } = window
      window.fetch = async (...request) => {
        const answer = await fetch(...request)
        if (new URL(answer.url).pathname === arrives.path) resolve(performance.now())
        return answer
      }
      return
    }
    window.WebSocket = class extends WebSocket {
      constructor(...address: ConstructorParameters<typeof WebSocket>) {
        super(...address)
        this.addEventListener('message', ({ data }) => {
          if (isWholeDocument(data)) resolve(performance.now())
        })
      }
    }
  })
}

/** y-websocket's answer to the question for a document: a sync message (0), step two (1). */
function isWholeDocument(data: unknown): boolean {
  if (!(data instanceof ArrayBuffer)) return false
  const [type, step] = new Uint8Array(data)
  return type === 0 && step === 1
}
