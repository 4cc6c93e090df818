import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockMarkup } from '../../../src/shared/content/block-comment.ts'
import { parseBlocks } from '../../../src/shared/content/block-grammar.ts'

test('attributes are written in the escapes of WordPress', () => {
  expect(blockMarkup('acme/card', { text: 'a --> <b> & "c" \\' }, '')).toContain(
    ' {"text":"a \\u002d\\u002d\\u003e \\u003cb\\u003e \\u0026 \\u0022c\\u0022 \\u005c"} ',
  )
})

test('any attributes read back as they were', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (attributes) => {
      const [block] = parseBlocks(blockMarkup('core/card', attributes, 'x'))
      expect(JSON.stringify(block?.kind === 'block' && block.attributes)).toBe(JSON.stringify(attributes))
    }),
  )
})
