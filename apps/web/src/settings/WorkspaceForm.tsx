import { type PatchWorkspace, patchWorkspaceSchema, type WorkspaceSettings } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { useRefreshSession } from '../account/useSession.js'
import { sentenceOf } from '../api/errors.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { workspaceQuery } from '../api/workspaceQueries.js'
import { Button } from '../design/Button.js'
import { Checkbox } from '../design/Checkbox.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { toast } from '../design/toast.js'
import styles from './WorkspaceForm.module.css'

/** What an admin may change. The header and everybody's pages follow. */
export function WorkspaceForm({ settings }: { settings: WorkspaceSettings }) {
  const queryClient = useQueryClient()
  const refreshSession = useRefreshSession()
  const [passwordToSign, setPasswordToSign] = useState(settings.passwordToSign)
  const [errors, setErrors] = useState<FieldErrors>()
  const save = useMutation({
    mutationFn: (patch: PatchWorkspace) => client.patchWorkspace(patch),
    onSuccess: async (saved) => {
      queryClient.setQueryData(workspaceQuery.queryKey, saved)
      toast(strings.savedNotice, { key: 'workspace' })
      await refreshSession()
    },
  })
  const handleSubmit = (values: FormData) => {
    const name = fieldOf(values, 'workspace').trim()
    const problem = nameProblem(name)
    setErrors(problem === undefined ? undefined : { workspace: problem })
    if (problem === undefined) save.mutate({ name, passwordToSign })
  }
  return (
    <div className={styles.form}>
      <Form errors={errors} problem={save.error && sentenceOf(save.error, strings.saveFailed)} onSubmit={handleSubmit}>
        <TextField
          name="workspace"
          label={strings.workspaceName}
          defaultValue={settings.name}
          autoComplete="organization"
        />
        <div>
          <Checkbox checked={passwordToSign} onCheckedChange={setPasswordToSign}>
            {strings.passwordToSign}
          </Checkbox>
          <p className={styles.hint}>{strings.passwordToSignHint}</p>
        </div>
        <div>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {save.isPending ? strings.saving : strings.save}
          </Button>
        </div>
      </Form>
    </div>
  )
}

function nameProblem(name: string): string | undefined {
  if (name === '') return strings.workspaceNameRequired
  return patchWorkspaceSchema.safeParse({ name }).success ? undefined : strings.workspaceNameLong
}
