import type { OpenInvitation, Session } from '@colophon/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { sentenceOf } from '../api/errors.js'
import { late } from '../api/late.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { invitationsQuery } from '../api/workspaceQueries.js'
import { focusPage } from '../app/focusPage.js'
import { Panel } from '../app/Panel.js'
import { Button } from '../design/Button.js'
import { toast } from '../design/toast.js'
import { dayOf } from '../text/day.js'
import { say } from '../text/say.js'
import { Row, Rows } from './Row.js'
import { Nothing, Section, Waiting } from './Section.js'

const InviteDialog = late(() => import('./InviteDialog.js'))

/** The links that wait to be used, and the way to make one. */
export function InvitationsSection({ user }: { user: Session['user'] }) {
  const invitations = useQuery(invitationsQuery)
  const [inviting, setInviting] = useState(false)
  const action = (
    <Button icon={<UserRoundPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {strings.inviteOpen}
    </Button>
  )
  return (
    <Section id="invitations" title={strings.invitations} text={strings.invitationsText} action={action}>
      {invitations.data === undefined ? (
        <Waiting error={invitations.error} failed={strings.invitationsFailed} />
      ) : (
        <InvitationRows invitations={invitations.data.invitations} user={user} />
      )}
      <Panel open={inviting} onClose={() => setInviting(false)}>
        <InviteDialog user={user} onOpenChange={setInviting} />
      </Panel>
    </Section>
  )
}

function InvitationRows({ invitations, user }: { invitations: readonly OpenInvitation[]; user: Session['user'] }) {
  if (invitations.length === 0) return <Nothing>{strings.invitationsNone}</Nothing>
  return (
    <Rows label={strings.invitations}>
      {invitations.map((invitation) => (
        <InvitationRow
          key={invitation.id}
          invitation={invitation}
          mayWithdraw={user.role === 'admin' || invitation.createdBy?.id === user.id}
        />
      ))}
    </Rows>
  )
}

function InvitationRow({ invitation, mayWithdraw }: { invitation: OpenInvitation; mayWithdraw: boolean }) {
  const queryClient = useQueryClient()
  const what = strings.invitationFor[invitation.role]
  const by = say(strings.invitedBy, { name: invitation.createdBy?.name ?? '' })
  const until = say(strings.until, { date: dayOf(invitation.expiresAt, Date.now()) })
  const withdraw = useMutation({
    mutationFn: () => client.withdrawInvitation(invitation.id),
    onSuccess: async () => {
      toast(strings.withdrawnNotice, { key: invitation.id })
      await queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey })
      focusPage()
    },
    onError: (error) =>
      toast(strings.withdrawFailed, {
        key: invitation.id,
        tone: 'problem',
        detail: sentenceOf(error, strings.unchanged),
      }),
  })
  return (
    <Row title={what} facts={invitation.createdBy === null ? [until] : [by, until]}>
      {mayWithdraw && (
        <Button
          size="small"
          aria-label={say(strings.withdrawOne, { what, by, until })}
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {strings.withdraw}
        </Button>
      )}
    </Row>
  )
}
