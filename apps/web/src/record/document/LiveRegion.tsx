import { useEffect, useState } from 'react'
import { onAnnouncement } from '../announce.js'

/** Where sentences for screen readers are put. Always in the page, so that they are heard coming in. */
export function LiveRegion() {
  const [sentence, setSentence] = useState('')
  useEffect(() => onAnnouncement(setSentence), [])
  return (
    <div className="visually-hidden" role="status">
      {sentence}
    </div>
  )
}
