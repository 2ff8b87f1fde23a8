import { limits } from '@colophon/protocol'
import { createAllowance, type Rate } from './allowance.js'
import type { Turns } from './turns.js'

/** How fast one socket is read. */
export interface Intake {
  /** Takes a frame off the line; it is handled now, or in its turn. */
  take(frame: Uint8Array): void
  /** Says that something asked for more work than its size shows. */
  charge(work: number): void
  /** Reads and handles nothing until `release`. */
  hold(): void
  release(): void
  /** The line has ended: handles what had come over it. */
  finish(): void
  /** Forgets what had come. */
  stop(): void
}

export interface IntakeOptions {
  readonly turns: Turns
  readonly rate: IntakeRate
  readonly line: { pause(): void; resume(): void }
  /** Must not throw. */
  handle(frame: Uint8Array): void
  /** More was asked for, without a rest, than patience covers. */
  onFlood(): void
}

/** What one socket may ask for. */
export interface IntakeRate extends Rate {
  /** For how long it may ask for more. */
  readonly patienceSeconds: number
}

/**
 * Whoever asks for more work than a socket may have is read more slowly: their line fills, and their own machine waits.
 * So a large paste or a day's work made offline arrives whole, while nobody else is kept waiting for it.
 * @see docs/spec.md A6, A7
 */
export function createIntake({ turns, rate, line, handle, onFlood }: IntakeOptions): Intake {
  const allowance = createAllowance(rate)
  let queue: Uint8Array[] = []
  let done = 0
  let isHeld = false
  let timer: NodeJS.Timeout | undefined
  let overSince: number | undefined

  const isEmpty = () => done === queue.length

  function charge(work: number): void {
    allowance.spend(work)
    turns.spend(work)
  }

  function perform(frame: Uint8Array): void {
    if (overSince !== undefined && allowance.isRested) overSince = undefined
    charge(limits.work.frame + (frame.length / 1_024) * limits.work.kilobyte)
    handle(frame)
  }

  /** Sees to it that the first frame in the queue is handled when there is room for it. */
  function arrange(): void {
    if (isHeld || timer !== undefined) return
    const { waitMs } = allowance
    if (waitMs === 0) {
      turns.wait(proceed)
      return
    }
    overSince ??= performance.now()
    if (performance.now() - overSince > rate.patienceSeconds * 1_000) onFlood()
    else {
      timer = setTimeout(() => {
        timer = undefined
        turns.wait(proceed)
      }, waitMs)
    }
  }

  function proceed(): void {
    const frame = queue[done]
    if (isHeld || frame === undefined) return
    done += 1
    perform(frame)
    if (!isEmpty()) {
      arrange()
      return
    }
    forget()
    if (!isHeld) line.resume()
  }

  function forget(): void {
    queue = []
    done = 0
  }

  return {
    take(frame) {
      if (isEmpty() && !isHeld && turns.isOpen && allowance.waitMs === 0) perform(frame)
      else {
        queue.push(frame)
        line.pause()
        arrange()
      }
    },
    charge,
    hold() {
      isHeld = true
      line.pause()
    },
    release() {
      isHeld = false
      if (isEmpty()) line.resume()
      else arrange()
    },
    finish() {
      const rest = queue.slice(done)
      forget()
      for (const frame of rest) perform(frame)
    },
    stop() {
      clearTimeout(timer)
      forget()
      isHeld = true
    },
  }
}
