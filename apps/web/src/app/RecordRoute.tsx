import { useParams } from '@tanstack/react-router'
import RecordPage from '../record/RecordPage.js'

/** The record's page at its address; another record is another page, so nothing of the first is carried over. */
export function RecordRoute() {
  const { recordId } = useParams({ from: '/frame/records/$recordId' })
  return <RecordPage key={recordId} recordId={recordId} />
}
