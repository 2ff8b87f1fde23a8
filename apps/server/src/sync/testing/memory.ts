import { setTimeout as wait } from 'node:timers/promises'

/** To be loaded before a module that is run with `--expose-gc`: says on SIGUSR2 how many bytes the process holds. */
process.on('SIGUSR2', async () => {
  globalThis.gc?.()
  // What the first collection made collectable, such as the requests that the sockets came with.
  await wait(100)
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.stdout.write(`${JSON.stringify({ held: heapUsed + external, rss })}\n`)
})
