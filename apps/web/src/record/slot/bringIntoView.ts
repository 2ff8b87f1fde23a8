/** What the bar at the top covers, in px, with some air. */
const topMargin = 96
const bottomMargin = 48

/** Scrolls only as far as needed: nothing that can be seen already moves. */
export function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect()
  // Without what the keyboard of a phone covers.
  const height = window.visualViewport?.height ?? window.innerHeight
  const fits = top >= topMargin && bottom <= height - bottomMargin
  if (!fits) element.scrollIntoView({ block: bottom - top < height / 2 ? 'center' : 'start' })
}
