import type { Browser } from '@playwright/test'
import type { RunningServer } from '../server.js'
import { furnish } from './furnish.js'
import { setUp } from './people.js'
import { screensOfRecord } from './record-screens.js'
import {
  screensBeforeSetUp,
  screensOfEmptyWorkspace,
  screensOfList,
  screensOfSettings,
  screensOutside,
} from './screens.js'
import { fillWithSigned } from './signed.js'
import { screensOfSignoffs } from './signoff-screens.js'
import { screensOfReader, screensOfStates } from './state-screens.js'
import { fillForStates } from './states.js'
import type { Screen, StorageState } from './tour.js'

/** A state of a Colophon, and the screens it then has. */
export interface Stage {
  readonly name: string
  /** Brings a fresh server there. */
  readonly prepare: (browser: Browser, server: RunningServer) => Promise<readonly Part[]>
}

/** Screens for one kind of visitor. */
export interface Part {
  readonly screens: readonly Screen[]
  /** Absent for a stranger. */
  readonly signedIn?: StorageState
}

export const stages: readonly Stage[] = [
  {
    name: 'before the set-up',
    prepare: async (_browser, { url, setupLink }) => [{ screens: screensBeforeSetUp(url, setupLink) }],
  },
  {
    name: 'in an empty workspace',
    async prepare(browser, server) {
      const { context } = await setUp(browser, server)
      return [{ screens: screensOfEmptyWorkspace(server.url), signedIn: await context.storageState() }]
    },
  },
  {
    name: 'in a workspace in use',
    async prepare(browser, server) {
      const seat = await setUp(browser, server)
      const { record, empty, mate, invitation } = await furnish(browser, server, seat)
      const signedIn = await seat.context.storageState()
      return [
        { screens: screensOutside(server.url, invitation) },
        { screens: screensOfList(server.url), signedIn },
        { screens: screensOfSettings(server.url), signedIn },
        { screens: screensOfRecord(record, empty, mate), signedIn },
      ]
    },
  },
  {
    name: 'with sign-offs under way',
    async prepare(browser, server) {
      const seat = await setUp(browser, server)
      const { mate, ...signed } = await fillWithSigned(browser, server, seat)
      const amiss = await fillForStates(browser, server, seat)
      const signedIn = await seat.context.storageState()
      return [
        { screens: screensOfSignoffs(server.url, signed), signedIn },
        { screens: screensOfReader(amiss), signedIn: mate },
        { screens: screensOfStates(server.url, amiss), signedIn },
      ]
    },
  },
]
