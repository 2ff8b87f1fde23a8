import { test } from 'vitest'
import { short } from '../short.js'
import { offline } from './offline.js'

test(
  '[D6] what is written offline outlives its browser; where nothing is kept, that is said, and leaving warns',
  short(offline),
)
