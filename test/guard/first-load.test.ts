import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const WINDOW = join(import.meta.dirname, '../../out/renderer')

/** Of the parts that index.html names, which come before anything can be seen. Less is better: what is shown later could come later. */
const MOST_KILOBYTES = { script: 217, style: 120 }

const kilobytes = (paths: string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(WINDOW, path))).byteLength, 0) / 1000

test('what the window loads before its first screen does not grow unnoticed', () => {
  const page = readFileSync(join(WINDOW, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  const scripts = named.filter((path) => path.endsWith('.js'))
  const styles = named.filter((path) => path.endsWith('.css'))
  expect(readdirSync(join(WINDOW, 'assets'))).toEqual(
    expect.arrayContaining([...scripts, ...styles].map((path) => path.slice('assets/'.length))),
  )
  expect(scripts).not.toEqual([])
  expect(kilobytes(scripts)).toBeLessThanOrEqual(MOST_KILOBYTES.script)
  expect(kilobytes(styles)).toBeLessThanOrEqual(MOST_KILOBYTES.style)
})
