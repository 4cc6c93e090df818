import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const WINDOW = join(import.meta.dirname, '../../out/renderer')

/**
 * Packed, of the parts that index.html names, which come before anything can be seen, and of those that stand before the caret in a
 * post. Less is better: what is shown later could come later (ui/later.tsx).
 */
const MOST_KILOBYTES = { start: 6, script: 210, style: 24, scriptOfOpenPost: 549 }

/** Of scripts before the caret: a browser opens six connections to one host (scripts/window-parts.ts). */
const MOST_FILES = 18

const read = (path: string): string => readFileSync(join(WINDOW, path), 'utf8')
const kilobytes = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(read(path)).byteLength, 0) / 1000

/** With what each of them cannot do without. */
function withImports(paths: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of paths.filter((each) => !found.has(each))) {
    found.add(path)
    const imported = read(path).matchAll(/(?:^|[;}\n])import(?:[^"'()]*?from)?\s*["']\.\/([^"']+\.js)["']/g)
    withImports(
      [...imported].map(([, name]) => `assets/${name}`),
      found,
    )
  }
  return found
}

const named = (): string[] =>
  [...read('index.html').matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
const scripts = (): string[] => named().filter((path) => path.endsWith('.js'))
/** Of the scripts whose names begin so there is one. */
function only(start: string): string {
  const found = readdirSync(join(WINDOW, 'assets')).filter((name) => name.startsWith(start) && name.endsWith('.js'))
  expect(found).toHaveLength(1)
  return `assets/${found[0]}`
}

test('what the window loads before its first screen, and before the caret in a post, does not grow unnoticed', () => {
  expect(scripts()).not.toEqual([])
  expect(kilobytes(withImports(scripts()))).toBeLessThanOrEqual(MOST_KILOBYTES.script)
  expect(kilobytes(named().filter((path) => path.endsWith('.css')))).toBeLessThanOrEqual(MOST_KILOBYTES.style)
  const ofOpenPost = withImports([...scripts(), only('place-')])
  expect(ofOpenPost.size).toBeGreaterThan(scripts().length + 1)
  expect(ofOpenPost.size).toBeLessThanOrEqual(MOST_FILES)
  expect(kilobytes(ofOpenPost)).toBeLessThanOrEqual(MOST_KILOBYTES.scriptOfOpenPost)
})

test('what asks for everything else runs before the desk is read', () => {
  const start = only('start-')
  const ofStart = withImports([start])
  expect(scripts().indexOf(start)).toBeLessThan(scripts().indexOf(only('desk-')))
  expect([...ofStart]).not.toContain(only('desk-'))
  expect(kilobytes(ofStart)).toBeLessThanOrEqual(MOST_KILOBYTES.start)
})
