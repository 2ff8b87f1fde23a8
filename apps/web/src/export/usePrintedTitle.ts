import { useEffect } from 'react'

/** While a page is printed it is called `title`: browsers name the PDF after it. */
export function usePrintedTitle(title: string): void {
  useEffect(() => {
    let before: string | undefined
    const handleBefore = () => {
      before = document.title
      document.title = title
    }
    const handleAfter = () => {
      if (before !== undefined) document.title = before
      before = undefined
    }
    window.addEventListener('beforeprint', handleBefore)
    window.addEventListener('afterprint', handleAfter)
    return () => {
      handleAfter()
      window.removeEventListener('beforeprint', handleBefore)
      window.removeEventListener('afterprint', handleAfter)
    }
  }, [title])
}
