import type { Locator, Page } from '@playwright/test'

/** Which way the text of an element runs: `ltr` or `rtl`. */
export function directionOf(text: Locator): Promise<string> {
  return text.evaluate((element) => getComputedStyle(element).direction)
}

/** On which side of its block a text stands that is shorter than its line. */
export function sideOf(block: Locator): Promise<'left' | 'right'> {
  return block.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const text = range.getBoundingClientRect()
    const room = element.getBoundingClientRect()
    return text.left - room.left > room.right - text.right ? 'right' : 'left'
  })
}

/** What the style sheet writes behind an element. */
export function contentBehind(element: Locator): Promise<string> {
  return element.evaluate((shown) => getComputedStyle(shown, '::after').content)
}

/** What moves on the page, or would: running animations, transitions that take time, smooth scrolling. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
      const isStill = /^(0s(, )?)+$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto'
      return isStill && element.getAnimations().length === 0 ? [] : [`${element.tagName} ${element.className}`]
    }),
  )
}
