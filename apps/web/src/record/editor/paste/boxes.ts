/** Task lists: GitHub's items begin with a box that can be ticked, those of Google Docs say that they are one. */
export function mendBoxes(body: HTMLElement): void {
  for (const item of body.querySelectorAll('li')) {
    const isDone = takeBox(item)
    if (isDone !== null) item.dataset.checked = String(isDone)
  }
  for (const list of body.querySelectorAll('ul')) {
    const items = [...list.children].filter((child) => child instanceof HTMLElement)
    // A list where only some are tasks is a list whose items may be ticked.
    if (items.length === 0 || items.some(({ dataset }) => dataset.checked === undefined)) continue
    list.dataset.type = 'taskList'
    for (const item of items) item.dataset.type = 'taskItem'
  }
}

/** Takes the box of an item away. @returns whether it is ticked, `null` where there is none. */
function takeBox(item: HTMLElement): boolean | null {
  const box = item.querySelector('input[type="checkbox"]')
  if (box !== null && box.closest('li') === item) {
    box.remove()
    return box.hasAttribute('checked')
  }
  if (item.getAttribute('role') !== 'checkbox') return null
  item.querySelector('[aria-roledescription="checkbox"]')?.remove()
  return item.getAttribute('aria-checked') === 'true'
}
