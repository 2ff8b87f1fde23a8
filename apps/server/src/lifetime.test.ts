import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sourceArgv, sourcePath } from './testing/source-process.js'

/** Runs a scenario, sends `signal` once the process is ready, and waits for its end. */
async function live(scenario: string, signal?: NodeJS.Signals): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, [...sourceArgv, sourcePath('testing/lifetime-process.ts'), scenario], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output: string[] = []
  createInterface(child.stdout).on('line', (line) => {
    output.push(line)
    if (line === 'ready' && signal) child.kill(signal)
  })
  const [code] = await once(child, 'close')
  return { code, output: output.join('\n') }
}

describe('the end of the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('[D3] %s saves what there is and ends with code 0', async (signal) => {
    const { code, output } = await live('ordinary', signal)
    expect(code).toBe(0)
    expect(output).toContain('flushed')
  })

  test.each(['rejection', 'exception'])(
    'an unhandled %s is logged, and what there is is saved first',
    async (scenario) => {
      const { code, output } = await live(scenario)
      expect(code).toBe(1)
      expect(output).toContain('nobody saw this coming')
      expect(output).toContain('flushed')
    },
  )

  test('[D3] a store that does not answer holds the end up no longer than the deadline', async () => {
    const { code, output } = await live('stuck', 'SIGTERM')
    expect(code).toBe(1)
    expect(output).toContain('closing takes too long')
  })

  test('[D3] closing that fails is told, by the log and by the code', async () => {
    const { code, output } = await live('failing', 'SIGTERM')
    expect(code).toBe(1)
    expect(output).toContain('the disk is full')
  })
})
