import { useParams } from '@tanstack/react-router'
import { fetchStylesAgain } from '../api/lateStyles.js'
import RecordPage from '../record/RecordPage.js'

// Here is most of what is fetched late, and where one stays while the server may go.
fetchStylesAgain()

/** The record's page at its address; another record is another page, so nothing of the first is carried over. */
export function RecordRoute() {
  const { recordId } = useParams({ from: '/frame/records/$recordId' })
  return <RecordPage key={recordId} recordId={recordId} />
}
