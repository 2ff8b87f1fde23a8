import { type Join, limits, type Session } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { accountStrings } from '#strings/account'
import { client } from '../api/client.js'
import { ApiError, sentenceOf } from '../api/errors.js'
import { sessionQuery } from '../api/queries.js'
import { Button } from '../design/Button.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { say } from '../text/say.js'
import { checkJoin } from './credentials.js'
import { PasswordField } from './PasswordField.js'
import { forgetToken } from './useFragmentToken.js'

/**
 * Makes an account out of a link's secret, and goes in.
 * @param first - the set-up link, whose taker names the workspace too.
 */
export function JoinForm({ token, first }: { token: string; first: boolean }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldErrors>()
  const join = useMutation({
    mutationFn: (account: Join) => client.join(account),
    onSuccess: async (session: Session) => {
      forgetToken()
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: '/', replace: true })
    },
    onError: (error) => {
      if (isAboutEmail(error)) setErrors({ email: error.message })
    },
  })

  const handleSubmit = (values: FormData) => {
    const typed = {
      token,
      workspace: fieldOf(values, 'workspace'),
      name: fieldOf(values, 'name'),
      email: fieldOf(values, 'email').trim(),
      password: fieldOf(values, 'password'),
    }
    const checked = checkJoin(typed, first)
    setErrors(checked.ok ? undefined : checked.errors)
    if (checked.ok) join.mutate(checked.value)
  }

  const busy = join.isPending || join.isSuccess
  const problem = isAboutEmail(join.error) ? null : join.error
  return (
    <Form errors={errors} problem={problem && sentenceOf(problem, accountStrings.joinFailed)} onSubmit={handleSubmit}>
      {first && (
        <TextField
          name="workspace"
          label={accountStrings.workspace}
          hint={accountStrings.workspaceHint}
          autoComplete="organization"
          autoFocus
        />
      )}
      <TextField
        name="name"
        label={accountStrings.name}
        hint={accountStrings.nameHint}
        autoComplete="name"
        autoFocus={!first}
      />
      <TextField
        name="email"
        label={accountStrings.email}
        inputMode="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
      />
      <PasswordField
        autoComplete="new-password"
        hint={say(accountStrings.passwordHint, { min: limits.passwordMinChars })}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {words(first, busy)}
      </Button>
    </Form>
  )
}

function words(first: boolean, busy: boolean): string {
  if (first) return busy ? accountStrings.settingUp : accountStrings.setUp
  return busy ? accountStrings.joining : accountStrings.join
}

function isAboutEmail(error: Error | null): error is ApiError {
  return error instanceof ApiError && error.code === 'email-taken'
}
