import { test } from 'vitest'
import { short } from '../short.js'
import { singleWriter } from './single-writer.js'

test(
  '[D4] a second process on a folder in use is told so and harms nothing; after a SIGKILL the next one starts',
  short(singleWriter),
)
