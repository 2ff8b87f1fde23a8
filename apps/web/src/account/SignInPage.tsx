import type { Session, SignIn } from '@colophon/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { accountStrings } from '#strings/account'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { sessionQuery, welcomeQuery } from '../api/queries.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { Button } from '../design/Button.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { say } from '../text/say.js'
import { AccountLayout } from './AccountLayout.js'
import { checkSignIn } from './credentials.js'
import { PasswordField } from './PasswordField.js'

/** E-mail and password; then to where the person was going. */
export function SignInPage() {
  usePageTitle(accountStrings.signInTitle)
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const welcome = useQuery(welcomeQuery)
  const [errors, setErrors] = useState<FieldErrors>()
  const signIn = useMutation({
    mutationFn: (credentials: SignIn) => client.signIn(credentials),
    onSuccess: (session: Session) => {
      // What was answered to whoever was here before, such as that their session had ended, is no answer for this person.
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, session)
      router.history.push(to ?? '/')
    },
  })

  if (welcome.data?.ready === false) return <Navigate to="/awaiting-set-up" replace />
  const workspace = welcome.data?.workspace ?? null

  const handleSubmit = (values: FormData) => {
    const checked = checkSignIn(fieldOf(values, 'email'), fieldOf(values, 'password'))
    setErrors(checked.ok ? undefined : checked.errors)
    if (checked.ok) signIn.mutate(checked.value)
  }
  return (
    <AccountLayout
      title={workspace === null ? accountStrings.signInTitle : say(accountStrings.signInTo, { workspace })}
      text={accountStrings.noAccount}
    >
      <Form
        errors={errors}
        problem={signIn.error && sentenceOf(signIn.error, accountStrings.signInFailed)}
        onSubmit={handleSubmit}
      >
        <TextField
          name="email"
          label={accountStrings.email}
          inputMode="email"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
        />
        <PasswordField autoComplete="current-password" />
        <Button type="submit" variant="primary" busy={signIn.isPending || signIn.isSuccess}>
          {signIn.isPending || signIn.isSuccess ? accountStrings.signingIn : accountStrings.signIn}
        </Button>
      </Form>
    </AccountLayout>
  )
}
