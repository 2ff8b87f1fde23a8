import { describe, expect, test } from 'vitest'
import { createOrigins } from './origins.js'

describe('origins', () => {
  test.each([
    ['https://colophon.example', 'https://colophon.example', 'own'],
    ['https://colophon.example', 'http://colophon.example', 'foreign'],
    ['https://colophon.example', 'https://colophon.example.evil.example', 'foreign'],
    ['https://colophon.example', 'null', 'foreign'],
    ['https://colophon.example', undefined, 'missing'],
    ['http://127.0.0.1:4280', 'http://localhost:4280', 'own'],
    ['http://localhost:4280', 'http://[::1]:4280', 'own'],
    ['http://localhost:4280', 'http://localhost:4281', 'foreign'],
    ['http://localhost:4280', 'http://evil.example', 'foreign'],
  ])('[A3] where people open %s, a page of %s is %s', (publicUrl, origin, verdict) => {
    expect(createOrigins(publicUrl).judge(origin)).toBe(verdict)
  })
})
