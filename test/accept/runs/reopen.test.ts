import { test } from 'vitest'
import { short } from '../short.js'
import { reopen } from './reopen.js'

test('[S3] records that open and close on a slow store are called synced only when all of them is there', short(reopen))
