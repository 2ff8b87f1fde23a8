import { test } from 'vitest'
import { short } from '../short.js'
import { converge } from './converge.js'

test(
  '[S1][S2][T8] peers on breaking lines end with the same document and the same file, over restarts and undo',
  short(converge),
)
