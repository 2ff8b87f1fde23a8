import { type Join, joinSchema, limits, type SignIn } from '@colophon/protocol'
import { accountStrings } from '#strings/account'
import type { FieldErrors } from '../design/Form.js'
import { say } from '../text/say.js'

/** Either what may be sent, or what is wrong with it, by field. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors }

/** Checks what was typed into the form that makes an account, with the server's own limits. */
export function checkJoin(typed: Readonly<Record<string, string>>, first: boolean): Checked<Join> {
  const { workspace, ...person } = typed
  const read = joinSchema.safeParse(first ? typed : person)
  const errors: FieldErrors = {}
  if (!read.success) {
    for (const issue of read.error.issues) {
      const field = String(issue.path[0])
      errors[field] ??=
        issue.code === 'too_big'
          ? say(accountStrings.tooLong, { max: Number(issue.maximum) })
          : sentence(field, typed[field] ?? '')
    }
  }
  if (first && workspace?.trim() === '') errors.workspace = accountStrings.required.workspace
  return read.success && Object.keys(errors).length === 0 ? { ok: true, value: read.data } : { ok: false, errors }
}

/** Checks only that both are there: what makes them right is the server's to say. */
export function checkSignIn(email: string, password: string): Checked<SignIn> {
  const errors: FieldErrors = {}
  if (email.trim() === '') errors.email = accountStrings.required.email
  if (password === '') errors.password = accountStrings.required.password
  return Object.keys(errors).length === 0
    ? { ok: true, value: { email: email.trim(), password } }
    : { ok: false, errors }
}

function sentence(field: string, typed: string): string {
  if (field === 'password' && typed !== '') return say(accountStrings.passwordShort, { min: limits.passwordMinChars })
  if (field === 'email' && typed.trim() !== '') return accountStrings.emailInvalid
  const required: Readonly<Record<string, string>> = accountStrings.required
  return required[field] ?? accountStrings.joinFailed
}
