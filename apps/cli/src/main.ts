#!/usr/bin/env node
import { run } from './run.js'

const { text, exitCode } = await run(process.argv.slice(2))
const stream = exitCode === 0 ? process.stdout : process.stderr
stream.write(text)
process.exitCode = exitCode
