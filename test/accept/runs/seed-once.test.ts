import { test } from 'vitest'
import { short } from '../short.js'
import { seedOnce } from './seed-once.js'

test(
  '[S4] however often and from wherever a new record is opened, it holds each line of its template once',
  short(seedOnce),
)
