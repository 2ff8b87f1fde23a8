import { type CreateToken, createTokenSchema, type NewToken, type TokenScope } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { sentenceOf } from '../api/errors.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { tokensQuery } from '../api/workspaceQueries.js'
import { Choice } from '../design/Choice.js'
import { DialogButtons } from '../design/DialogButtons.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { say } from '../text/say.js'
import styles from './NewTokenForm.module.css'

const lifetimes = ['30', '90', '365', 'endless'] as const
const scopes = ['read', 'write'] as const

export interface NewTokenFormProps {
  mayWrite: boolean
  onMade: (token: NewToken) => void
  onCancel: () => void
}

/** What the token is called, what it may, and for how long. */
export function NewTokenForm({ mayWrite, onMade, onCancel }: NewTokenFormProps) {
  const queryClient = useQueryClient()
  const [scope, setScope] = useState<TokenScope>('read')
  const [lifetime, setLifetime] = useState<(typeof lifetimes)[number]>('90')
  const [errors, setErrors] = useState<FieldErrors>()
  const make = useMutation({
    mutationFn: (token: CreateToken) => client.createToken(token),
    onSuccess: (made) => {
      void queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
      onMade(made)
    },
  })
  const handleSubmit = (values: FormData) => {
    const name = fieldOf(values, 'name').trim()
    const problem = nameProblem(name)
    setErrors(problem === undefined ? undefined : { name: problem })
    if (problem !== undefined) return
    make.mutate({ name, scope, ...(lifetime !== 'endless' && { expiresInDays: Number(lifetime) }) })
  }
  return (
    <Form errors={errors} problem={make.error && sentenceOf(make.error, strings.tokenFailed)} onSubmit={handleSubmit}>
      <TextField name="name" label={strings.tokenName} hint={strings.tokenNameHint} autoComplete="off" autoFocus />
      {mayWrite && (
        <Choice
          label={strings.tokenScope}
          showLabel
          value={scope}
          options={scopes.map((value) => ({ value, label: strings.scopes[value] }))}
          onValueChange={setScope}
        />
      )}
      <p className={styles.hint}>{strings.scopesDo[scope]}</p>
      <Choice
        label={strings.tokenDays}
        showLabel
        value={lifetime}
        options={lifetimes.map((value) => ({ value, label: lifetimeWords(value) }))}
        onValueChange={setLifetime}
      />
      <DialogButtons
        cancel={strings.cancel}
        onCancel={onCancel}
        submit={make.isPending ? strings.tokenMaking : strings.tokenMake}
        busy={make.isPending || make.isSuccess}
      />
    </Form>
  )
}

function lifetimeWords(lifetime: (typeof lifetimes)[number]): string {
  return lifetime === 'endless' ? strings.tokenNoEnd : say(strings.days, { count: Number(lifetime) })
}

function nameProblem(name: string): string | undefined {
  if (name === '') return strings.tokenNameRequired
  return createTokenSchema.shape.name.safeParse(name).success ? undefined : strings.tokenNameLong
}
