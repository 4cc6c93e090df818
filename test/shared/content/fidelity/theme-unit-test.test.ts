import { readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { expectFidelity } from './expect-fidelity.ts'

const name = 'the theme unit test data'
const path = process.env['ATTACHE_THEME_UNIT_TEST_DATA']

if (path === undefined) {
  const missing = 'ATTACHE_THEME_UNIT_TEST_DATA does not say where its file is'
  console.warn(`skipped: ${name}: ${missing}`)
  describe(name, () => it.skip(missing))
} else {
  const posts = [...readFileSync(path, 'utf8').matchAll(/<item>[^]*?<\/item>/g)].flatMap(([item], index) => {
    const content = /<content:encoded><!\[CDATA\[([^]*?)\]\]><\/content:encoded>/.exec(item)?.[1] ?? ''
    const title = /<title>(?:<!\[CDATA\[)?([^]*?)(?:\]\]>)?<\/title>/.exec(item)?.[1] ?? ''
    return content === '' ? [] : [[`${index} ${title}`, content] as const]
  })
  describe(name, () => {
    it.each(posts)('%s goes back as it came, and an edited paragraph alone differs', (_title, markup) => {
      expectFidelity(markup)
    })
  })
}
