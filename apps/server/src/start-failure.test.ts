import { expect, test } from 'vitest'
import { ConfigError } from './config.js'
import { explainStartFailure } from './start-failure.js'
import { StoreError } from './store/store-error.js'

const settings = { dataDir: '/srv/colophon' }

function systemError(details: object): Error {
  return Object.assign(new Error('failed'), details)
}

test.each([
  [new ConfigError('PORT is wrong.'), /^PORT is wrong\.$/],
  [new StoreError('folder-locked', 'Another process uses it.'), /^Another process uses it\.$/],
  [
    systemError({ code: 'EADDRINUSE', syscall: 'listen', address: '127.0.0.1', port: 80 }),
    /127\.0\.0\.1 port 80 is in use/,
  ],
  [
    systemError({ code: 'EACCES', syscall: 'listen', address: '127.0.0.1', port: 80 }),
    /may not listen on 127\.0\.0\.1 port 80/,
  ],
  [systemError({ code: 'EADDRNOTAVAIL', syscall: 'listen', address: '10.9.9.9', port: 80 }), /EADDRNOTAVAIL.*HOST/],
  [systemError({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'nowhere.invalid' }), /nowhere\.invalid/],
  [systemError({ code: 'EROFS', syscall: 'mkdir', path: '/srv/colophon' }), /data folder \/srv\/colophon \(EROFS\)/],
  [systemError({ code: 'EACCES', syscall: 'open', path: '/srv/colophon/secret' }), /data folder.*\(EACCES\)/],
])('%s is told to the operator in one line', (error, line) => {
  const text = explainStartFailure(error, settings)
  expect(text).toMatch(line)
  expect(text).not.toContain('\n')
})

test.each([
  [new TypeError('a bug')],
  [systemError({ code: 'ENOENT', syscall: 'open', path: '/elsewhere' })],
  ['a string'],
])('%s is no matter of settings, so its stack is wanted', (error) => {
  expect(explainStartFailure(error, settings)).toBeUndefined()
})
