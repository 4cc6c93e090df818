import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'docs/screenshots')

/** Each picture that a text shows, with what is said of it to those who do not see it. */
const shownIn = (file: string): { alt: string; path: string }[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', to = '']) => ({
    alt,
    path: join(ROOT, dirname(file), to),
  }))

test('each picture of the README and the user guide is there, is described, and none lies about unused or heavy', () => {
  const shown = ['README.md', 'docs/user-guide.md'].flatMap(shownIn)
  const files = readdirSync(FOLDER).map((file) => join(FOLDER, file))
  expect(shown.filter(({ alt }) => alt.length < 10)).toEqual([])
  expect([...new Set(shown.map(({ path }) => path))].toSorted()).toEqual(files.toSorted())
  const sizes = files.map((file) => statSync(file).size)
  expect(Math.max(...sizes)).toBeLessThan(200_000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
})
