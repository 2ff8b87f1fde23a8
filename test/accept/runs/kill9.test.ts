import { test } from 'vitest'
import { short } from '../short.js'
import { kill9 } from './kill9.js'

test(
  '[D1][D2][D7] killed at random moments while people type, the server lacks nothing it had called saved or shown',
  short(kill9),
)
