import { test } from 'vitest'
import { short } from '../short.js'
import { frameFuzz } from './frame-fuzz.js'

test('[A1][A6] thousands of broken frames close their own sockets and nothing else', short(frameFuzz))
