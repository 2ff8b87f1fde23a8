import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../store.js'
import { rowsContract } from './rows-contract.js'
import { updatesContract } from './updates-contract.js'

/** A store under test, on a place of its own. */
export interface StoreFixture {
  store: Store
  /** Closes the store and opens one on the same place. */
  reopen(): Promise<Store>
  /** Closes the store and removes its place. */
  dispose(): Promise<void>
}

/** What holds for every `Store`. Run it in a test file of the store: `storeContract('lowdb', openFixture)`. */
export function storeContract(name: string, openFixture: () => Promise<StoreFixture>): void {
  describe(`${name}: the store's contract`, () => {
    let fixture: StoreFixture

    beforeEach(async () => {
      fixture = await openFixture()
    })
    afterEach(() => fixture.dispose())

    const current = () => fixture
    updatesContract(current)
    rowsContract(current)
  })
}
