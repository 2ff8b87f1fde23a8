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
