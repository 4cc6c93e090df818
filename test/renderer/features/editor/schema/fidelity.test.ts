import { getSchema } from '@tiptap/core'
import { expect, it } from 'vitest'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import type { PostDocument } from '../../../../../src/shared/content/document.ts'
import { markupToDocument } from '../../../../../src/shared/content/markup-to-document.ts'
import { blogMarkup } from '../../../../shared/content/blog-markup.ts'
import { blockFixtures } from '../../../../shared/content/fidelity/block-fixtures.ts'
import { write } from '../../../../shared/content/fidelity/expect-fidelity.ts'

const schema = getSchema(postExtensions)
const posts: [name: string, markup: string][] = [
  ...blockFixtures.map(([type, name, markup]): [string, string] => [`${type}: ${name}`, markup]),
  ...Object.entries(blogMarkup),
]

it.each(posts)('%s goes through the editor and comes out as it was', (_name, markup) => {
  const node = schema.nodeFromJSON(markupToDocument(markup))
  node.check()
  expect(write(node.toJSON() as PostDocument)).toBe(markup)
})
