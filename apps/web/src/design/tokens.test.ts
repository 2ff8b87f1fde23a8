import { expect, test } from 'vitest'
import css from './tokens.css?raw'

const themes = { light: colours('light'), dark: colours('dark') }

const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'ok', 'warn', 'danger']
const grounds = ['paper', 'surface', 'sunken']
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground])),
  ...['accent', 'accent-strong', 'danger'].map((ground) => [`on-${ground.split('-')[0]}`, ground]),
  ...['ok', 'warn', 'danger'].map((state) => [state, `${state}-soft`]),
  ...['accent-soft', 'warn-soft', 'danger-soft', 'hover', 'selection'].map((ground) => ['ink', ground]),
  ['accent-strong', 'accent-soft'],
  ['ink-2', 'hover'],
  ['gap-ink', 'gap'],
  ...Array.from({ length: 8 }, (_, index) => ['on-person', `person-${index + 1}`]),
]

for (const [theme, tokens] of Object.entries(themes)) {
  test.each(pairs)(`[U1] in the ${theme} theme --%s can be read on --%s`, (text = '', ground = '') => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(['paper', 'surface'])(`[U1] in the ${theme} theme the edge of a control shows on --%s`, (ground) => {
    expect(contrast(tokens['line-strong'], tokens[ground])).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens.focus, tokens[ground])).toBeGreaterThanOrEqual(3)
  })
}

test('every colour has a value of its own for the dark', () => {
  expect(Object.keys(themes.light)).toEqual(Object.keys(themes.dark))
  expect(Object.keys(themes.dark).filter((name) => themes.dark[name] === themes.light[name])).toEqual([])
})

function colours(theme: 'light' | 'dark'): Record<string, string> {
  const pair = /--([\w-]+):\s*light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g
  return Object.fromEntries(
    [...css.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}

/** WCAG 2.2's contrast ratio of two `#rrggbb`. */
function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const channels = /^#(..)(..)(..)$/.exec(colour)?.slice(1)
  if (channels === undefined) throw new Error(`${colour} is not #rrggbb`)
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => {
    const share = Number.parseInt(hex, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
