import { Link } from '@tanstack/react-router'
import { appStrings } from '#strings/app'
import { buttonClass } from '../design/Button.js'
import { Message } from '../design/Message.js'
import { usePageTitle } from './usePageTitle.js'

/** For an address that leads nowhere, and for a record that is not, or no longer, there. */
export function NotFound() {
  usePageTitle(appStrings.notFoundTitle)
  return (
    <Message
      title={appStrings.notFoundTitle}
      actions={
        <Link to="/" className={buttonClass('primary')}>
          {appStrings.toRecords}
        </Link>
      }
    >
      <p>{appStrings.notFoundText}</p>
    </Message>
  )
}
