import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuditLog, newSealKey, sealHead } from '@colophon/audit'
import { expect, test } from 'vitest'
import { run } from './run.js'
import { signedRecord } from './testing/signed-record.js'

test('[G6] a file that was approved and given out is found to be so, by itself and under the name of the log', async () => {
  const { file, audit, log } = await place(signedRecord())
  const expected = [
    `Log: whole, 2 entries, sealed by ${log.seal.key}`,
    'File: byte for byte what the server gave out on 2026-01-31 at 12:01 UTC (entry 2)',
    expect.stringMatching(/^Text: [0-9a-f]{64}$/),
    'QA Lead: approved by Ada Lovelace on 2026-01-31 at 12:00 UTC (“reviewed”): this text',
    '',
  ]
  for (const args of [[], ['--audit', audit], ['--key', log.seal.key]]) {
    const { text, exitCode } = await run(['verify', file, ...args])
    expect(text.split('\n')).toEqual(expected)
    expect(exitCode).toBe(0)
  }
})

test('[G6] any byte of the file that is changed is found', async () => {
  const { file } = await place(signedRecord())
  const bytes = await readFile(file)
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes)
    changed[at] = changed[at] === 0x78 ? 0x79 : 0x78
    await writeFile(file, changed)
    const { text } = await run(['verify', file])
    expect(text).not.toContain('byte for byte')
  }
})

test('[G6] a changed text, a forged name, a cut log and a foreign seal end with 1 and say what is wrong', async () => {
  const signed = signedRecord()
  const { log } = signed
  const outcomeOf = async (markdown: string, changed: AuditLog, ...args: string[]) => {
    const { file } = await place({ markdown, log: changed })
    const { text, exitCode } = await run(['verify', file, ...args])
    expect(exitCode).toBe(1)
    return text
  }
  expect(await outcomeOf(signed.markdown.replace('Rate', 'Date'), log)).toContain('File: NOT KNOWN')
  expect(await outcomeOf(signed.markdown.replace('Ada L', 'Eva L'), log)).toContain('it was Ada Lovelace who approved')
  expect(await outcomeOf('Something else\n', log)).toContain('no form of the record')
  const cut = { ...log, entries: log.entries.slice(0, 1) }
  expect(await outcomeOf(signed.markdown, cut)).toContain('Log: NOT SEALED: it was sealed with 2 entries, and has 1')
  const reordered = { ...log, entries: log.entries.toReversed() }
  expect(await outcomeOf(signed.markdown, reordered)).toContain('Log: BROKEN at entry 1')
  const foreign = { ...log, seal: sealHead(log.record.id, log.seal.head, newSealKey()) }
  expect(await outcomeOf(signed.markdown, foreign, '--key', log.seal.key)).toContain('another key')
})

test('[G6] whoever asks for help is helped', async () => {
  expect(await run(['--help'])).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining('Usage: colophon verify FILE'),
  })
})

test('[G6] what cannot be checked ends with 2 and says what to do', async () => {
  const { file, audit } = await place(signedRecord())
  expect(await run([])).toMatchObject({ exitCode: 2, text: expect.stringContaining('Usage: colophon verify FILE') })
  expect(await run(['verify', file, '--wrong'])).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('--wrong'),
  })
  expect(await run(['verify', `${file}x`])).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('cannot be read'),
  })
  await writeFile(audit, '{}')
  expect(await run(['verify', file])).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('is no log of a record'),
  })
})

/** Puts a file and its log into a folder of their own. */
async function place<Signed extends { markdown: string; log: AuditLog }>(signed: Signed) {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-cli-'))
  const [file, audit] = [join(folder, 'record.md'), join(folder, 'record.audit.json')]
  await writeFile(file, signed.markdown)
  await writeFile(audit, JSON.stringify(signed.log, null, 2))
  return { ...signed, file, audit }
}
