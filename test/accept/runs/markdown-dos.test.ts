import { test } from 'vitest'
import { short } from '../short.js'
import { markdownDos } from './markdown-dos.js'

test('[M4] hostile Markdown is read or refused with a clear word, and nobody else waits for it', short(markdownDos))
