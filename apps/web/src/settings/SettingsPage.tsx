import { Link } from '@tanstack/react-router'
import { settingsStrings as strings } from '#strings/settings'
import { useSession } from '../account/useSession.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { InvitationsSection } from './InvitationsSection.js'
import { LogsSection } from './LogsSection.js'
import { PeopleSection } from './PeopleSection.js'
import styles from './SettingsPage.module.css'
import { TokensSection } from './TokensSection.js'
import { useSectionFromHash } from './useSectionFromHash.js'
import { WorkspaceSection } from './WorkspaceSection.js'

const sections = ['people', 'invitations', 'tokens', 'workspace', 'logs'] as const

/** Who is here and as what, how others come in, what scripts use, and what holds for the workspace. */
export function SettingsPage() {
  usePageTitle(strings.title)
  useSectionFromHash()
  const { user } = useSession()
  const mayInvite = user.role !== 'viewer'
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{strings.title}</h1>
      <div className={styles.columns}>
        <nav aria-label={strings.sections}>
          <ul className={`plain-list ${styles.nav}`}>
            {sections.map((section) =>
              section === 'invitations' && !mayInvite ? null : (
                <li key={section}>
                  <Link to="/settings" hash={section} className={styles.link}>
                    {strings[section]}
                  </Link>
                </li>
              ),
            )}
          </ul>
        </nav>
        <div className={styles.sections}>
          <PeopleSection user={user} />
          {mayInvite && <InvitationsSection user={user} />}
          <TokensSection user={user} />
          <WorkspaceSection mayChange={user.role === 'admin'} />
          <LogsSection />
        </div>
      </div>
    </div>
  )
}
