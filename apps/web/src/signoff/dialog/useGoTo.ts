import { useRecord } from '../../record/state/recordContext.js'

/** Closes what is laid over the record and leads to a place in it. */
export function useGoTo(): (path: string) => void {
  const { session, dialogs } = useRecord()
  return (path) => {
    dialogs.close()
    // After the dialog has given the focus back.
    requestAnimationFrame(() => requestAnimationFrame(() => session.places.find(path)?.focus('end')))
  }
}
