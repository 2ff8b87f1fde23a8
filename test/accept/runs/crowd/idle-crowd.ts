import type { Member } from '../../clients/member.js'
import { untilLetIn } from '../../clients/patience.js'
import { type Idle, openIdle } from './idle.js'

/** People who have a record open and do nothing. */
export interface IdleCrowd {
  /** Lets them come, some at a time, until there are `size`. */
  gather(size: number): Promise<void>
  /** Tears the sockets of some of them. */
  cut(count: number): void
  /** @returns how often one was turned away before they were all in. */
  comeAtOnce(count: number): Promise<number>
  /** How many have an open socket. */
  open(): number
  leave(): void
}

export interface IdleCrowdOptions {
  readonly url: string
  readonly members: readonly [Member, ...Member[]]
  readonly recordIds: readonly string[]
}

const atOnce = 100

export function createIdleCrowd({ url, members, recordIds }: IdleCrowdOptions): IdleCrowd {
  const [first] = members
  const sockets: Idle[] = []
  let next = 0

  async function come(count: number): Promise<number> {
    let turnedAway = 0
    const coming = Array.from({ length: count }, () => {
      next += 1
      const { headers } = members[next % members.length] ?? first
      const recordId = recordIds[next % recordIds.length] ?? ''
      return untilLetIn(
        () => openIdle(url, headers, recordId),
        () => {
          turnedAway += 1
        },
      )
    })
    sockets.push(...(await Promise.all(coming)))
    return turnedAway
  }

  return {
    async gather(size) {
      while (sockets.length < size) await come(Math.min(atOnce, size - sockets.length))
    },
    cut(count) {
      for (const { socket } of sockets.splice(0, count)) socket.terminate()
    },
    comeAtOnce: come,
    open: () => sockets.filter(({ socket }) => socket.readyState === socket.OPEN).length,
    leave() {
      for (const { socket } of sockets) socket.terminate()
    },
  }
}
