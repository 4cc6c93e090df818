import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../src/renderer/src')

/** What lies on a picture of any colour, and what is printed on white paper, has no theme. */
const WITHOUT_THEME = ['features/pictures/crop.css', 'ui/paper.css']

const sheets = globSync('**/*.css', { cwd: RENDERER })
  .filter((path) => path !== 'ui/tokens.css')
  .map((path) => ({ path, css: readFileSync(join(RENDERER, path), 'utf8').replaceAll(/\/\*.*?\*\//gs, '') }))

const found = (pattern: RegExp, except: readonly string[] = []): string[] =>
  sheets
    .filter(({ path }) => !except.includes(path))
    .flatMap(({ path, css }) => [...withoutPaper(css).matchAll(pattern)].map(([words]) => `${path}: ${words}`))

/** Only the screen: points and black ink are a printer’s. */
const withoutPaper = (css: string): string => css.replaceAll(/@media print \{(?:[^{}]|\{[^{}]*\})*\}/g, '')

test('every colour is a token, so that each theme has it', () => {
  expect(found(/[\w-]+: [^;]*(?:#[\da-f]{3,8}\b|rgba?\(|hsla?\()[^;]*/gi, WITHOUT_THEME)).toEqual([])
})

test('letters have the sizes of one scale', () => {
  expect(found(/font-size: [\d.]+(?:rem|px)/g)).toEqual([])
})

test('what moves moves for as long as the tokens say, and not at all where motion is not wanted', () => {
  expect(found(/(?:transition|animation)[\w-]*: [^;]*\d(?:ms|s)\b[^;]*/g)).toEqual([])
  const tokens = readFileSync(join(RENDERER, 'ui/tokens.css'), 'utf8')
  expect(tokens).toMatch(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--move: 0s;/)
})

test('nothing is placed left or right: what mirrors knows only its start and its end', () => {
  expect(found(/(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right): /g)).toEqual([])
})
