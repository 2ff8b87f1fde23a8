import { test } from 'vitest'
import { short } from '../short.js'
import { storeDown } from './store-down.js'

test(
  '[D3][D7] while the disk is full or broken nothing is called saved, shown or lost, and all of it is stored afterwards',
  short(storeDown),
)
