/** Reads the page from top to bottom, a window at a time, and comes back. */
export async function readThrough(): Promise<void> {
  const step = window.innerHeight
  for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
    window.scrollTo(0, top)
    await idle(3)
  }
  window.scrollTo(0, 0)
  await idle(20)
}

async function idle(moments: number): Promise<void> {
  for (let moment = 0; moment < moments; moment += 1) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }))
  }
}
