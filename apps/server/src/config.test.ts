import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.js'

describe('settings', () => {
  test('without any, the server listens on this machine alone and keeps its data beside it', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4280,
      publicUrl: 'http://127.0.0.1:4280',
      logLevel: 'info',
    })
    expect(config.adminToken).toBeUndefined()
    expect(isAbsolute(config.dataDir)).toBe(true)
  })

  test('an empty variable counts as unset', () => {
    expect(readConfig({ PORT: '', ADMIN_TOKEN: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test.each([
    ['0.0.0.0', 'http://localhost:4280'],
    ['::', 'http://localhost:4280'],
    ['::1', 'http://[::1]:4280'],
    ['notes.example', 'http://notes.example:4280'],
  ])('on HOST=%s people are told to open %s', (HOST, publicUrl) => {
    expect(readConfig({ HOST }).publicUrl).toBe(publicUrl)
  })

  test('a public address loses its trailing slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://colophon.example/' }).publicUrl).toBe('https://colophon.example')
  })

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'colophon.example'],
    ['PUBLIC_URL', 'https://colophon.example/notes'],
    ['PUBLIC_URL', 'ftp://colophon.example'],
    ['ADMIN_TOKEN', 'too-short'],
    ['ADMIN_TOKEN', `${'a'.repeat(40)} b`],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'postgres://db/colophon'],
    ['REDIS_URL', 'redis://cache'],
  ])('%s=%s stops the start with a message that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })

  test('[A3] the message about a bad token does not repeat it', () => {
    expect(() => readConfig({ ADMIN_TOKEN: 'hush' })).toThrow(/^(?!.*hush)/)
  })

  test('every bad variable is named at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*LOG_LEVEL/)
  })
})
