import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { accountStrings } from '#strings/account'
import { welcomeQuery } from '../api/queries.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { say } from '../text/say.js'
import { AccountLayout } from './AccountLayout.js'
import styles from './AwaitingSetUpPage.module.css'

const askAgainMs = 5_000

/** For whoever comes before the set-up link was opened: where to find it. */
export function AwaitingSetUpPage() {
  usePageTitle(accountStrings.awaitingTitle)
  const welcome = useQuery({ ...welcomeQuery, refetchInterval: askAgainMs })
  if (welcome.data?.ready === true) return <Navigate to="/" replace />
  return (
    <AccountLayout title={accountStrings.awaitingTitle} text={accountStrings.awaitingText}>
      <p className={styles.where}>{accountStrings.awaitingWhere}</p>
      <pre className={styles.example}>{say(accountStrings.awaitingExample, { origin: window.location.origin })}</pre>
      <p className={styles.where}>{accountStrings.awaitingNext}</p>
    </AccountLayout>
  )
}
