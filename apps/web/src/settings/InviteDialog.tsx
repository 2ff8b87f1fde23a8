import { type Invite, invitationDays, type Session } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { sentenceOf } from '../api/errors.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { invitationsQuery } from '../api/workspaceQueries.js'
import { Button } from '../design/Button.js'
import { Choice } from '../design/Choice.js'
import { Dialog } from '../design/Dialog.js'
import { say } from '../text/say.js'
import { exactTime } from '../text/time.js'
import styles from './InviteDialog.module.css'
import { Secret } from './Secret.js'

const periods = invitationDays.map((days) => ({ value: String(days), label: say(strings.days, { count: days }), days }))
const roles = ['viewer', 'member', 'admin'] as const

export interface InviteDialogProps {
  user: Session['user']
  onOpenChange: (open: boolean) => void
}

/** Makes a link that lets one person in. */
export default function InviteDialog({ user, onOpenChange }: InviteDialogProps) {
  const queryClient = useQueryClient()
  const [role, setRole] = useState<(typeof roles)[number]>('member')
  const [period, setPeriod] = useState('7')
  const invite = useMutation({
    mutationFn: (invite: Invite) => client.invite(invite),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  const offered = roles.filter((one) => one !== 'admin' || user.role === 'admin')
  const chosen = periods.find(({ value }) => value === period)
  const link = invite.data
  return (
    <Dialog open onOpenChange={onOpenChange} title={strings.inviteOpen} description={strings.inviteText} size="medium">
      <div className={styles.form}>
        <Choice
          label={strings.inviteAs}
          showLabel
          value={role}
          options={offered.map((value) => ({ value, label: strings.roles[value] }))}
          onValueChange={(next) => {
            setRole(next)
            // A link already shown was made for the other role.
            invite.reset()
          }}
        />
        <Choice
          label={strings.inviteDays}
          showLabel
          value={period}
          options={periods}
          onValueChange={(next) => {
            setPeriod(next)
            invite.reset()
          }}
        />
        {link !== undefined && <Secret label={strings.inviteLink} text={link.url} />}
        {link !== undefined && (
          <p className={styles.note} role="status">
            {say(strings.inviteUntil, { date: exactTime(link.expiresAt) })}
          </p>
        )}
        {invite.isError && <p role="alert">{sentenceOf(invite.error, strings.inviteFailed)}</p>}
        <div>
          <Button
            variant={link === undefined ? 'primary' : 'secondary'}
            busy={invite.isPending}
            onClick={() => invite.mutate({ role, ...(chosen && { expiresInDays: chosen.days }) })}
          >
            {buttonWords(invite.isPending, link !== undefined)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function buttonWords(busy: boolean, again: boolean): string {
  if (busy) return strings.makingLink
  return again ? strings.makeAnother : strings.makeLink
}
