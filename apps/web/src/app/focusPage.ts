/** Where `Frame` puts the page. */
export const pageId = 'main'

/** Brings the focus to the page when it would be on nothing, because what had it is gone; the next Tab goes on from there. */
export function focusPage(): void {
  const page = document.getElementById(pageId)
  const focused = document.activeElement
  if (page === null || (focused !== null && focused !== document.body)) return
  page.focus({ preventScroll: true })
}
