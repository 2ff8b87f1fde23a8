import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { accountStrings } from '#strings/account'
import { NetworkError, sentenceOf } from '../api/errors.js'
import { invitationQuery } from '../api/queries.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { Button, buttonClass } from '../design/Button.js'
import { say } from '../text/say.js'
import { AccountLayout } from './AccountLayout.js'
import { JoinForm } from './JoinForm.js'
import { useFragmentToken } from './useFragmentToken.js'

/** Where a set-up link and an invitation link lead: what the link is for, then the form that makes the account. */
export function JoinPage() {
  const token = useFragmentToken()
  const invitation = useQuery({ ...invitationQuery(token), enabled: token !== '' })
  usePageTitle(invitation.data?.first === true ? accountStrings.setUpTitle : accountStrings.join)

  if (token === '') {
    return (
      <AccountLayout title={accountStrings.linkMissingTitle} text={accountStrings.linkMissingText}>
        <SignInLink />
      </AccountLayout>
    )
  }
  if (invitation.isPending) return <AccountLayout title={accountStrings.inspecting} />
  if (invitation.isError) {
    const canTryAgain = invitation.error instanceof NetworkError
    return (
      <AccountLayout
        title={accountStrings.linkBadTitle}
        text={`${sentenceOf(invitation.error, accountStrings.linkBadNext)}`}
      >
        {canTryAgain ? (
          <Button variant="primary" onClick={() => void invitation.refetch()}>
            {accountStrings.tryAgain}
          </Button>
        ) : (
          <SignInLink />
        )}
      </AccountLayout>
    )
  }
  const { first, workspace } = invitation.data
  return (
    <AccountLayout
      title={first ? accountStrings.setUpTitle : joinTitle(workspace)}
      text={first ? accountStrings.setUpText : accountStrings.joinText}
    >
      <JoinForm token={token} first={first} />
    </AccountLayout>
  )
}

function joinTitle(workspace: string | null): string {
  return workspace === null ? accountStrings.joinTitlePlain : say(accountStrings.joinTitle, { workspace })
}

function SignInLink() {
  return (
    <Link to="/sign-in" className={buttonClass()}>
      {accountStrings.toSignIn}
    </Link>
  )
}
