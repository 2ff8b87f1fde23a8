/** When to send what should not be sent at once. */
export interface Pace {
  /** At the end of this turn of the event loop. */
  soon(): void
  /** In a while, unless it is sent before that. */
  atLatest(): void
  stop(): void
}

/** @param send is called once for any number of wishes; it may find that there is nothing left to send */
export function createPace(send: () => void, latestMs: number): Pace {
  let isSoon = false
  let timer: NodeJS.Timeout | undefined

  function run(): void {
    isSoon = false
    stop()
    send()
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    soon() {
      if (!isSoon) setImmediate(run)
      isSoon = true
    },
    atLatest() {
      timer ??= setTimeout(run, latestMs)
    },
    stop,
  }
}
