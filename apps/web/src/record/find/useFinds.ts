import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { draw, undraw } from './highlights.js'
import { findAll, firstFrom, type Stretch } from './matches.js'
import { type PageText, readPage } from './pageText.js'

/** More would slow the page down, and nobody looks at them all. */
const mostDrawn = 2_000
/** The page is read again once it has been left alone for this long: others write on, editors come and go. */
const restMs = 150
/** What bars cover at the top of the window, in px, with some air. */
const topMargin = 160
const bottomMargin = 48

export interface Finds {
  readonly count: number
  /** From 0. */
  readonly index: number
  readonly go: (step: 1 | -1) => void
}

interface Found {
  readonly page: PageText | null
  readonly all: readonly Stretch[]
  readonly index: number
}

const nothing: Found = { page: null, all: [], index: 0 }

/** Finds `query` in a part of the page, for as long as the component is there, and marks it. */
export function useFinds(within: RefObject<HTMLElement | null>, query: string): Finds {
  const [found, setFound] = useState(nothing)
  const shown = useRef(nothing)
  const show = useCallback((next: Found, scroll: boolean) => {
    const isSame = next.all.length === shown.current.all.length && next.index === shown.current.index
    shown.current = next
    mark(next, scroll)
    if (!isSame) setFound(next)
  }, [])

  useEffect(() => {
    const root = within.current
    if (root === null) return
    const start = shown.current.all[shown.current.index]?.start
    const page = readPage(root)
    const all = findAll(page.text, query)
    // From where one was, or else from the top of what is in view.
    show({ page, all, index: start === undefined ? firstInView(page, all) : firstFrom(all, start) }, true)

    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const at = shown.current.all[shown.current.index]?.start ?? 0
        const next = readPage(root)
        const nextAll = findAll(next.text, query)
        show({ page: next, all: nextAll, index: firstFrom(nextAll, at) }, false)
      }, restMs)
    })
    observer.observe(root, { childList: true, characterData: true, subtree: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [within, query, show])

  useEffect(() => undraw, [])

  const go = useCallback(
    (step: 1 | -1) => {
      const { all, index, page } = shown.current
      if (all.length > 0) show({ page, all, index: (index + step + all.length) % all.length }, true)
    },
    [show],
  )
  return { count: found.all.length, index: found.index, go }
}

function mark({ page, all, index }: Found, scroll: boolean): void {
  const rangeOf = (stretch: Stretch | undefined) => (stretch && page?.rangeOf(stretch)) ?? null
  const current = rangeOf(all[index])
  draw(
    all.slice(0, mostDrawn).flatMap((stretch) => rangeOf(stretch) ?? []),
    current,
  )
  if (scroll && current !== null) bringIntoView(current)
}

function firstInView(page: PageText, all: readonly Stretch[]): number {
  const isBelowTop = (stretch: Stretch) => (page.rangeOf(stretch)?.getBoundingClientRect().bottom ?? 0) > topMargin
  return Math.max(0, all.findIndex(isBelowTop))
}

function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  const fits = top >= topMargin && bottom <= window.innerHeight - bottomMargin
  if (!fits) window.scrollBy({ top: top - window.innerHeight / 3, behavior: 'instant' })
}
