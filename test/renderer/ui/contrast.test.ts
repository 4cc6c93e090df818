import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/src/ui/tokens.css', import.meta.url), 'utf8')
const [ordinary = '', more = ''] = css.split('@media (prefers-contrast: more)')

type Theme = 'light' | 'dark'

function tokens(text: string, theme: Theme): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, light, dark] of text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)) {
    if (name && light && dark) found.set(name, theme === 'light' ? light : dark)
  }
  return found
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, 1.4.3: relative luminance of the lighter to the darker. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PLACES = ['paper', 'desk', 'rail']
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent', 'done', 'waits', 'needs-you', 'sealed']
const BADGES: [string, string][] = [
  ['done', 'done-soft'],
  ['waits', 'waits-soft'],
  ['needs-you', 'needs-you-soft'],
  ['sealed', 'sealed-soft'],
  ['ink-2', 'plain-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
]

for (const [name, patch] of [
  ['', ''],
  [', more contrast', more],
] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const palette = new Map([...tokens(ordinary, theme), ...tokens(patch, theme)])
    const of = (token: string): string => palette.get(token) ?? `no --${token}`

    describe(`the ${theme} theme${name}`, () => {
      const pairs = [...TEXTS.flatMap((text) => PLACES.map((place): [string, string] => [text, place])), ...BADGES]
      for (const [text, ground] of pairs) {
        it(`${text} can be read on ${ground}`, () => {
          expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
        })
      }
      for (const place of PLACES) {
        it(`the edge of a field can be seen on ${place}`, () => {
          expect(contrast(of('field-line'), of(place))).toBeGreaterThanOrEqual(3)
        })
      }
    })
  }
}
