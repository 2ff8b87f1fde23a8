import { Link } from '@tanstack/react-router'
import { Keyboard, Search, Users } from 'lucide-react'
import { appStrings } from '#strings/app'
import { useSession } from '../account/useSession.js'
import { IconButton, iconButtonClass } from '../design/IconButton.js'
import { tip } from '../design/tips.js'
import { AccountMenu } from './AccountMenu.js'
import styles from './Header.module.css'
import { keyCaps } from './keys.js'
import { openPanel } from './panels.js'
import { ThemeMenu } from './ThemeMenu.js'

/** One quiet line: where one is, and the few things that are at hand everywhere. */
export function Header() {
  const session = useSession()
  return (
    <header className={styles.header} data-print="no">
      <nav aria-label={appStrings.mainNavigation} className={styles.nav}>
        <Link to="/" className={styles.home} activeOptions={{ exact: true, includeSearch: false }}>
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span className={styles.workspace}>{session.workspace.name}</span>
          <span className="visually-hidden">, {appStrings.records}</span>
        </Link>
      </nav>
      <div className={styles.tools}>
        <button type="button" className={styles.search} onClick={() => openPanel('palette')}>
          <Search size={16} aria-hidden />
          <span className={styles.searchLabel}>{appStrings.search}</span>
          <span className={styles.searchKeys} aria-hidden>
            {keyCaps('mod+k').join(' ')}
          </span>
        </button>
        <Link to="/settings" className={iconButtonClass} aria-label={appStrings.people} {...tip(appStrings.people)}>
          <Users size={18} aria-hidden />
        </Link>
        <ThemeMenu />
        <span className={styles.wideOnly}>
          <IconButton
            label={appStrings.keys}
            shortcut="?"
            icon={<Keyboard size={18} aria-hidden />}
            onClick={() => openPanel('keys')}
          />
        </span>
        <AccountMenu person={session.user} />
      </div>
    </header>
  )
}
