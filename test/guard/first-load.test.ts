import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const WINDOW = join(import.meta.dirname, '../../out/renderer')

/**
 * Packed, of the parts that index.html names, which come before anything can be seen, and of those that stand before the caret in a
 * post. Less is better: what is shown later could come later (ui/later.tsx).
 */
const MOST_KILOBYTES = { script: 217, style: 24, scriptOfOpenPost: 549 }

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

test('what the window loads before its first screen, and before the caret in a post, does not grow unnoticed', () => {
  const named = [...read('index.html').matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  const scripts = named.filter((path) => path.endsWith('.js'))
  const editor = readdirSync(join(WINDOW, 'assets')).filter((name) => /^editor-screen-.*\.js$/.test(name))
  expect(scripts).not.toEqual([])
  expect(editor).toHaveLength(1)
  expect(kilobytes(withImports(scripts))).toBeLessThanOrEqual(MOST_KILOBYTES.script)
  expect(kilobytes(named.filter((path) => path.endsWith('.css')))).toBeLessThanOrEqual(MOST_KILOBYTES.style)
  const ofOpenPost = withImports([...scripts, `assets/${editor[0]}`])
  expect(ofOpenPost.size).toBeGreaterThan(scripts.length + 1)
  expect(kilobytes(ofOpenPost)).toBeLessThanOrEqual(MOST_KILOBYTES.scriptOfOpenPost)
})
