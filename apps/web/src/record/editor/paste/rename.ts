/** Puts an element of another name, with all that it has and holds, in the place of one. */
export function rename(element: Element, name: string): HTMLElement {
  const next = element.ownerDocument.createElement(name)
  for (const { name: attribute, value } of element.attributes) next.setAttribute(attribute, value)
  next.append(...element.childNodes)
  element.replaceWith(next)
  return next
}
