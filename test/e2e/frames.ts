import { frameType } from '@colophon/protocol'
import type { Page } from '@playwright/test'

/** The codes with which the sockets of a page that runs `breakFrames` are closed, from now on. */
export function watchCloses(shown: Page): number[] {
  const codes: number[] = []
  shown.on('console', (message) => {
    const code = /^closed (\d+)$/.exec(message.text())?.[1]
    if (code !== undefined) codes.push(Number(code))
  })
  return codes
}

/** Which document frames `breakFrames` breaks from now on. */
export const breakNext = (shown: Page, what: 'once' | 'always' | 'never') =>
  shown.evaluate((value) => sessionStorage.setItem('test.break', value), what)

/** Runs in the page: cuts the last byte off document frames while the tab says so, and tells how sockets are closed. */
export function breakFrames(): void {
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      this.addEventListener('close', ({ code }) => console.log(`closed ${code}`))
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const what = sessionStorage.getItem('test.break')
      const isDocument = data instanceof Uint8Array && data[0] === 0 && data[1] !== 0
      const isBroken = isDocument && (what === 'once' || what === 'always')
      if (isBroken && what === 'once') sessionStorage.setItem('test.break', 'never')
      super.send(isBroken ? data.slice(0, -1) : data)
    }
  }
}

/** A network between a page and the server that can be slow. */
export interface SlowNetwork {
  /** Of each connection, the kinds of exchange (`syncType`) that the page sent, in their order. */
  readonly sent: readonly (readonly number[])[]
  /** From the next connection on, what the server says is kept back until it is let through. */
  hold(): void
  release(): void
}

/** To be called before the page is loaded. */
export async function slowNetwork(page: Page): Promise<SlowNetwork> {
  const sent: number[][] = []
  let held: (() => void)[] | undefined
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer()
    const kinds: number[] = []
    sent.push(kinds)
    server.onMessage((message) => {
      if (held === undefined) socket.send(message)
      else held.push(() => socket.send(message))
    })
    socket.onMessage((message) => {
      if (message[0] === frameType.sync && typeof message[1] === 'number') kinds.push(message[1])
      server.send(message)
    })
  })
  return {
    sent,
    hold() {
      held = []
    },
    release() {
      const messages = held ?? []
      held = undefined
      for (const pass of messages) pass()
    },
  }
}
