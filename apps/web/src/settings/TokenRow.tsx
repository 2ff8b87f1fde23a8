import type { Token } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { sentenceOf } from '../api/errors.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { tokensQuery } from '../api/workspaceQueries.js'
import { focusPage } from '../app/focusPage.js'
import { Button } from '../design/Button.js'
import { toast } from '../design/toast.js'
import { say } from '../text/say.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { Row } from './Row.js'
import { hasRunOut, tokenFacts } from './tokenFacts.js'

/** A token, and the way to make it worthless. */
export function TokenRow({ token, isMine }: { token: Token; isMine: boolean }) {
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { name } = token
  const revoke = useMutation({
    mutationFn: () => client.revokeToken(token.id),
    onSuccess: async () => {
      toast(say(strings.revokedNotice, { name }), { key: token.id })
      setAsking(false)
      await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
      focusPage()
    },
    onError: (error) =>
      toast(say(strings.revokeFailed, { name }), {
        key: token.id,
        tone: 'problem',
        detail: sentenceOf(error, strings.unchanged),
      }),
  })
  const now = Date.now()
  return (
    <Row title={name} facts={tokenFacts(token, isMine, now)} isOff={hasRunOut(token, now)}>
      <Button size="small" aria-label={say(strings.revokeOne, { name })} onClick={() => setAsking(true)}>
        {strings.revoke}
      </Button>
      {asking && (
        <ConfirmDialog
          title={say(strings.revokeTitle, { name })}
          text={strings.revokeText}
          yes={revoke.isPending ? strings.revoking : strings.revoke}
          busy={revoke.isPending}
          onYes={() => revoke.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </Row>
  )
}
