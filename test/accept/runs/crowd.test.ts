import { test } from 'vitest'
import { short } from '../short.js'
import { crowd } from './crowd.js'

test(
  '[A7] two thousand idle sockets, all back at once, and readers that do not read, leave the others alone',
  short(crowd),
)
