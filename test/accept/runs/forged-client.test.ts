import { test } from 'vitest'
import { short } from '../short.js'
import { forgedClient } from './forged-client.js'

test(
  '[A5][A4][A2] nobody writes or speaks as somebody else, without the right to, or after signing out',
  short(forgedClient),
)
