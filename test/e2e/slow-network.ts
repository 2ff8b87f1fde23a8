import { frameType } from '@colophon/protocol'
import type { Page } from '@playwright/test'

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
