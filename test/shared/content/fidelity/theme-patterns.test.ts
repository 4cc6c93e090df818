import { describe, expect, it } from 'vitest'
import { ensureWordpress } from '../../../wordpress/ensure-wordpress.ts'
import { countEditable, expectFidelity } from './expect-fidelity.ts'
import { themePatterns } from './theme-patterns.ts'

const files = await ensureWordpress('7.1')
const name = 'the patterns of Twenty Twenty-Five'

if ('missing' in files) {
  console.warn(`skipped: ${name}: ${files.missing}`)
  describe(name, () => it.skip(files.missing))
} else {
  const patterns = themePatterns(files.folder)
  describe(name, () => {
    it('are all there', () => {
      expect(patterns.size).toBeGreaterThan(90)
    })

    it.each([...patterns])('%s goes back as it came, and an edited paragraph alone differs', (_name, markup) => {
      expectFidelity(markup)
    })

    it('open as what can be edited, but for what a theme makes by itself', () => {
      const all = countEditable([...patterns.values()].join('\n\n'))
      const stay = [...all].filter(([, { opaque }]) => opaque > 0).map(([block, { opaque }]) => `${block} ${opaque}`)
      const total = [...all.values()].reduce((sum, { editable }) => sum + editable, 0)
      const opaque = [...all.values()].reduce((sum, count) => sum + count.opaque, 0)
      console.info(`${name}: ${total} blocks can be edited, ${opaque} stay as they are (${stay.join(', ')})`)
    })
  })
}
