import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { appStrings } from '#strings/app'
import { ApiError, NetworkError } from '../api/errors.js'
import { Button } from '../design/Button.js'
import { Message } from '../design/Message.js'
import { NotFound } from './NotFound.js'
import styles from './PageError.module.css'

/** Stands where a page has stopped, so that the header and the other pages go on working. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  if (error instanceof ApiError && error.status === 404) return <NotFound />

  const handleRetry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  const reload = <Button onClick={() => window.location.reload()}>{appStrings.reload}</Button>
  const retry = (
    <Button variant="primary" onClick={handleRetry}>
      {appStrings.tryAgain}
    </Button>
  )

  if (isMissingChunk(error)) {
    return (
      <Message urgent title={appStrings.outdatedTitle} actions={reload}>
        <p>{appStrings.outdatedText}</p>
      </Message>
    )
  }
  if (error instanceof NetworkError) {
    return (
      <Message urgent title={appStrings.unreachableTitle} actions={retry}>
        <p>{error.message}</p>
      </Message>
    )
  }
  return (
    <Message
      urgent
      title={appStrings.errorTitle}
      actions={
        <>
          {retry}
          {reload}
        </>
      }
    >
      <p>{error instanceof ApiError ? error.message : appStrings.errorText}</p>
      <details className={styles.detail}>
        <summary>{appStrings.errorDetail}</summary>
        <pre>{String(error)}</pre>
      </details>
    </Message>
  )
}

/** A chunk of an older build is gone from the server, or could not be fetched; each browser says it in its own words. */
function isMissingChunk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /dynamically imported module|module script failed|unable to preload/i.test(error.message)
}
