import type { Run } from './run.js'
import { bombRun } from './runs/bombs.js'
import { converge } from './runs/converge.js'
import { crowd } from './runs/crowd.js'
import { forgedClient } from './runs/forged-client.js'
import { frameFuzz } from './runs/frame-fuzz.js'
import { kill9 } from './runs/kill9.js'
import { markdownDos } from './runs/markdown-dos.js'
import { offline } from './runs/offline.js'
import { reopen } from './runs/reopen.js'
import { seedOnce } from './runs/seed-once.js'
import { signatures } from './runs/signatures.js'
import { singleWriter } from './runs/single-writer.js'
import { storeDown } from './runs/store-down.js'

/** Every acceptance run there is. */
export const runs: readonly Run[] = [
  kill9,
  storeDown,
  singleWriter,
  seedOnce,
  converge,
  frameFuzz,
  bombRun,
  markdownDos,
  crowd,
  forgedClient,
  signatures,
  reopen,
  offline,
]
