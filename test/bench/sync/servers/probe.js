// Loaded into a server before its own code, by `node --expose-gc --import`: says what it holds once rubbish is gone.
import { setTimeout as wait } from 'node:timers/promises'

process.on('message', async () => {
  // What the first collection lets go may have held buffers, whose memory the second one gives back.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.()
    await wait(50)
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ resident: rss, held: heapUsed + external })
})
process.channel?.unref()
