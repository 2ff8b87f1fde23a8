import { useEffect, useState } from 'react'

/** How far below the top a heading may be and still be the current one, px. */
const readingLine = 140

/** The `id` of the section at the top of the window. */
export function useCurrentSection(): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const headings = [...document.querySelectorAll<HTMLElement>('[data-section]')]
      const passed = headings.findLast((heading) => heading.getBoundingClientRect().top <= readingLine)
      setCurrent((passed ?? headings[0])?.id ?? null)
    }
    const handleScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', handleScroll, { passive: true })
    return () => {
      window.removeEventListener('scroll', handleScroll)
      cancelAnimationFrame(frame)
    }
  }, [])
  return current
}
