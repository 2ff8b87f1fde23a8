#!/usr/bin/env node
import { run } from './run.js'

const { text, exitCode } = await run(process.argv.slice(2))
const stream = exitCode === 2 ? process.stderr : process.stdout
stream.write(text)
process.exitCode = exitCode
