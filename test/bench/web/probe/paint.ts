/** Does something in the next frame, before it is painted. @returns what came of it, and when the frame had been. */
export function nextPaint<Result>(act: () => Result): Promise<{ result: Result; atMs: number }> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const result = act()
      const { port1, port2 } = new MessageChannel()
      // Comes after the frame's layout and paint, and before anything that waits for a timer.
      port2.onmessage = () => resolve({ result, atMs: performance.now() })
      port1.postMessage(null)
    })
  })
}
