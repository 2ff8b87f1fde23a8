import { answers, isBack } from './late.js'

/** A style sheet is asked for once; where none came, this asks again when the server is back. */
export function fetchStylesAgain(): void {
  document.addEventListener('error', ({ target }) => void askAgain(target), true)
}

async function askAgain(target: EventTarget | null): Promise<void> {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet' || (await answers())) return
  await isBack()
  target.replaceWith(target.cloneNode())
}
