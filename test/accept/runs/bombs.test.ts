import { test } from 'vitest'
import { short } from '../short.js'
import { bombRun } from './bombs.js'

test('[A6][S6] frames that are small to send and dear to take cost neither memory nor others’ time', short(bombRun))
