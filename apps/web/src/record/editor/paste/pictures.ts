/**
 * Leaves out the pictures that nobody else could open: those within the page itself, or on the writer's own disk. Their
 * words stay. Those on the web keep their address; nothing asks for them.
 * @returns how many were left out.
 * @see docs/spec.md A8
 */
export function leaveOutPictures(body: HTMLElement): number {
  let leftOut = 0
  for (const picture of body.querySelectorAll('img')) {
    const words = picture.alt.trim()
    const address = picture.dataset.canonicalSrc ?? picture.getAttribute('src') ?? ''
    if (picture.width === 1 || picture.height === 1) picture.remove()
    else if (picture.classList.contains('emoji')) picture.replaceWith(words)
    else if (/^https?:/i.test(address)) keep(picture, address)
    else {
      picture.replaceWith(words)
      leftOut += 1
    }
  }
  return leftOut
}

/** A picture cannot carry a link in the record's text, so a link around it stands beside it, unless it leads to the picture. */
function keep(picture: HTMLImageElement, address: string): void {
  const link = picture.closest('a')
  const shown = picture.getAttribute('src')
  picture.src = address
  if (link === null || link.textContent?.trim() !== '') return
  const href = link.getAttribute('href') ?? ''
  link.before(picture)
  if (href === '' || href === shown || href === address) link.remove()
  else link.replaceChildren(href)
}
