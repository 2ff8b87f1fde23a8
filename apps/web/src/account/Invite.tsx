import { limits } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { Button } from '../design/Button.js'
import { Choice } from '../design/Choice.js'
import { CopyButton } from '../design/CopyButton.js'
import { say } from '../text/say.js'
import { exactTime } from '../text/time.js'
import styles from './Invite.module.css'
import { accountStrings } from './strings.js'

type Role = 'member' | 'admin'

const roles = [
  { value: 'member', label: accountStrings.roles.member },
  { value: 'admin', label: accountStrings.roles.admin },
] as const

/** Makes a link that lets one person in. */
export function Invite({ mayMakeAdmins }: { mayMakeAdmins: boolean }) {
  const [role, setRole] = useState<Role>('member')
  const invite = useMutation({ mutationFn: (role: Role) => client.invite({ role }) })
  const link = invite.data
  return (
    <section className={styles.invite}>
      <h3 className={styles.title}>{accountStrings.inviteTitle}</h3>
      <p className={styles.text}>{say(accountStrings.inviteText, { days: limits.invitationDays })}</p>
      {mayMakeAdmins && (
        <Choice
          label={accountStrings.inviteAs}
          showLabel
          value={role}
          options={roles}
          onValueChange={(next) => {
            setRole(next)
            // A link already shown was made for the other role.
            invite.reset()
          }}
        />
      )}
      {link !== undefined && (
        <div className={styles.link}>
          <input
            className={styles.url}
            aria-label={accountStrings.inviteLink}
            readOnly
            value={link.url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton
            text={link.url}
            words={{ copy: accountStrings.copy, copied: accountStrings.copied, failed: accountStrings.copyFailed }}
          />
        </div>
      )}
      {link !== undefined && (
        <p className={styles.text} role="status">
          {say(accountStrings.inviteUntil, { date: exactTime(link.expiresAt) })}
        </p>
      )}
      {invite.isError && <p role="alert">{sentenceOf(invite.error, accountStrings.inviteFailed)}</p>}
      <div>
        <Button
          variant={link === undefined ? 'primary' : 'secondary'}
          busy={invite.isPending}
          onClick={() => invite.mutate(role)}
        >
          {buttonWords(invite.isPending, link !== undefined)}
        </Button>
      </div>
    </section>
  )
}

function buttonWords(busy: boolean, again: boolean): string {
  if (busy) return accountStrings.makingLink
  return again ? accountStrings.makeAnother : accountStrings.makeLink
}
