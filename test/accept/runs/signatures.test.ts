import { test } from 'vitest'
import { short } from '../short.js'
import { signatures } from './signatures.js'

test(
  '[G2][G3][G4][G6] killed while people sign, no decision that was acknowledged is missing and every log is whole; a tick goes stale for all',
  short(signatures),
)
