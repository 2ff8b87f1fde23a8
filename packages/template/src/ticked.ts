import type { Scope } from './document.js'
import type { TickPart } from './outline.js'

/** Whether a tick is done; an untouched one is as the template has it. */
export function ticked(scope: Scope, tick: Pick<TickPart, 'id' | 'done'>): boolean {
  const stored = scope.ticks()?.get(tick.id)
  return typeof stored === 'boolean' ? stored : tick.done
}

/** Sets a tick, or with `undefined` leaves it to the template again. */
export function setTicked(scope: Scope, id: string, done: boolean | undefined): void {
  if (done === undefined) scope.ticks()?.delete(id)
  else scope.ticks()?.set(id, done)
}
