import { limits } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { accountStrings } from '#strings/account'
import { checkJoin, checkSignIn } from './credentials.js'

const ada = { token: 't', workspace: 'Harbour Lane', name: ' Ada ', email: 'ada@example.org', password: 'ten letters' }

test('what fits is passed on, trimmed; only the set-up link names the workspace', () => {
  expect(checkJoin(ada, true)).toEqual({ ok: true, value: { ...ada, name: 'Ada' } })
  const joined = checkJoin(ada, false)
  expect(joined.ok && 'workspace' in joined.value).toBe(false)
})

test('[U5] each empty field says what belongs there', () => {
  const empty = { token: 't', workspace: ' ', name: '', email: '', password: '' }
  expect(checkJoin(empty, true)).toEqual({ ok: false, errors: accountStrings.required })
})

test('[U5] a value that does not fit says what would', () => {
  const checked = checkJoin({ ...ada, email: 'nope', password: 'short', name: 'x'.repeat(101) }, false)
  expect(checked).toEqual({
    ok: false,
    errors: {
      email: accountStrings.emailInvalid,
      password: `This is too short: ${limits.passwordMinChars} characters are the least.`,
      name: 'This is too long: 100 characters are the most.',
    },
  })
})

test('signing in asks for both, and leaves the rest to the server', () => {
  expect(checkSignIn(' ', '')).toMatchObject({ ok: false, errors: { email: expect.any(String) } })
  expect(checkSignIn(' ada ', ' x ')).toEqual({ ok: true, value: { email: 'ada', password: ' x ' } })
})
