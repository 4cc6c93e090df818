import * as fc from 'fast-check'
import type { RemoteMediaId, RemoteTermId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import type { PostVersion, PostVersions, Side } from '../../../../src/shared/content/merge/post-merge.ts'
import { chunkContent, joinContent } from '../../../../src/shared/content/merge/content-chunks.ts'
import { anyMarkup } from '../generated.ts'

export const paragraph = (html: string): string => `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`
export const heading = (html: string): string =>
  `<!-- wp:heading -->\n<h2 class="wp-block-heading">${html}</h2>\n<!-- /wp:heading -->`
export const list = (...items: string[]): string =>
  `<!-- wp:list -->\n<ul class="wp-block-list">${items.map(listItem).join('\n\n')}</ul>\n<!-- /wp:list -->`
const listItem = (html: string): string => `<!-- wp:list-item -->\n<li>${html}</li>\n<!-- /wp:list-item -->`
export const picture = (file: string, caption: string): string =>
  `<!-- wp:image {"id":41} -->\n<figure class="wp-block-image"><img src="https://example.org/${file}" alt="" class="wp-image-41"/><figcaption class="wp-element-caption">${caption}</figcaption></figure>\n<!-- /wp:image -->`
export const card = (text: string): string =>
  `<!-- wp:acme/card -->\n<div data-x="1">${text}</div>\n<!-- /wp:acme/card -->`
export const blocks = (...markup: string[]): string => markup.join('\n\n')

export const version = (fields: Partial<PostVersion> = {}): PostVersion => ({
  title: 'Opening hours',
  excerpt: '',
  slug: 'opening-hours',
  content: '',
  footnotes: null,
  categoryIds: [],
  tags: [],
  featuredMediaId: null,
  status: 'draft',
  publishAt: null,
  ...fields,
})

/** Three versions that differ in their content only. */
export const contents = (base: string, mine: string, theirs: string): PostVersions => ({
  base: version({ content: base }),
  mine: version({ content: mine }),
  theirs: version({ content: theirs }),
})

export const swapSides = ({ base, mine, theirs }: PostVersions): PostVersions => ({ base, mine: theirs, theirs: mine })
export const otherSide = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('visa', 'desk', 'opens', 'at', 'the', 'nine', 'Monday', 'garden', 'bring') },
  { weight: 2, arbitrary: fc.constantFrom('مكتب', 'القاعة', 'قراءة', 'thư', 'viện', 'mở', 'Übung', 'приём') },
  { weight: 2, arbitrary: fc.nat(999).map((number) => `w${number}`) },
)
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const inline = fc.oneof(
  { weight: 5, arbitrary: sentence },
  {
    weight: 1,
    arbitrary: fc.tuple(sentence, sentence, sentence).map(([a, b, c]) => `${a} <strong>${b}</strong> ${c}`),
  },
)
const block = fc.oneof(
  { weight: 6, arbitrary: inline.map(paragraph) },
  { weight: 1, arbitrary: sentence.map(heading) },
  { weight: 2, arbitrary: fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => list(...items)) },
  { weight: 1, arbitrary: sentence.map(card) },
  { weight: 1, arbitrary: fc.tuple(word, sentence).map(([file, caption]) => picture(file, caption)) },
  { weight: 1, arbitrary: sentence },
  { weight: 1, arbitrary: fc.constantFrom('<!-- wp:separator /-->', paragraph(''), '<!-- wp:group --><div>') },
)
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '', ' \r\n')

/** What a person does to a text; numbers are places, taken modulo what there is. */
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('word' as const), at: fc.nat(), which: fc.nat(), word }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('insert' as const), at: fc.nat(), block, gap }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('replace' as const), at: fc.nat(), block }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('bold' as const), at: fc.nat(), which: fc.nat() }) },
)
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function applyEdit(chunks: { gap: string; text: string }[], change: Edit): { gap: string; text: string }[] {
  const at = chunks.length === 0 ? 0 : change.at % chunks.length
  const chunk = chunks[at]
  if (change.act === 'insert') return chunks.toSpliced(at, 0, { gap: change.gap, text: change.block })
  if (!chunk) return chunks
  switch (change.act) {
    case 'word':
      return chunks.with(at, { ...chunk, text: withWord(chunk.text, change.which, () => change.word) })
    case 'bold':
      return chunks.with(at, { ...chunk, text: withWord(chunk.text, change.which, (old) => `<strong>${old}</strong>`) })
    case 'remove':
      return chunks.toSpliced(at, 1)
    case 'move': {
      const rest = chunks.toSpliced(at, 1)
      return rest.toSpliced(change.to % (rest.length + 1), 0, chunk)
    }
    case 'replace':
      return chunks.with(at, { ...chunk, text: change.block })
  }
}

/** Exchanges one of the words that stand between tags. */
function withWord(text: string, which: number, exchange: (old: string) => string): string {
  const words = [...text.matchAll(/(?<=[> ])[\p{L}\p{N}]+(?=[< ])/gu)]
  const chosen = words[words.length === 0 ? 0 : which % words.length]
  if (!chosen) return text
  return text.slice(0, chosen.index) + exchange(chosen[0]) + text.slice(chosen.index + chosen[0].length)
}

function editContent(content: string, edits: readonly Edit[]): string {
  const { head, tail, chunks } = chunkContent(content)
  const start = chunks.map(({ gap, text }) => ({ gap: gap ?? '\n\n', text }))
  return joinContent(head, edits.reduce(applyEdit, start), tail)
}

/** Of a few notes that stay the same ones, as a blog keeps them and as PHP writes them. */
const footnotesMeta = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom('n1', 'n2', 'n3'),
      fc.constantFrom('See the note.', 'See the second note, page 7.', 'See <em>our</em> note.', 'xem tài liệu', ''),
    ),
    fc.boolean(),
  )
  .map(([notes, isPhp]) => {
    const json = JSON.stringify(Object.entries(notes).map(([id, content]) => ({ content, id })))
    return isPhp ? json.replaceAll('/', String.raw`\/`) : json
  })

const term = fc.integer({ min: 1, max: 6 }).map((id) => id as RemoteTermId)
const fields: fc.Arbitrary<Omit<PostVersion, 'content'>> = fc.record({
  title: fc.oneof(fc.constantFrom('Opening hours', 'New hours'), sentence),
  excerpt: fc.constantFrom('', 'Short', 'Shorter still'),
  footnotes: fc.oneof(fc.constant(''), footnotesMeta),
  slug: fc.constantFrom('hours', 'hours-2', 'desk'),
  categoryIds: fc.uniqueArray(term, { maxLength: 4 }),
  tags: fc.uniqueArray(fc.constantFrom('visa', 'Visa', 'library', 'مكتبة'), { maxLength: 3 }),
  featuredMediaId: fc.option(fc.integer({ min: 1, max: 3 })) as fc.Arbitrary<RemoteMediaId | null>,
  status: fc.constantFrom('draft', 'publish', 'future'),
  publishAt: fc.constantFrom(null, '2026-11-21T09:00:00.000Z' as UtcIso),
})

const someFields = (base: Omit<PostVersion, 'content'>) =>
  fc.oneof(
    fc.constant(base),
    fc.tuple(fields, fc.subarray(Object.keys(base) as (keyof typeof base)[])).map(([changed, keys]) => ({
      ...base,
      ...Object.fromEntries(keys.map((key) => [key, changed[key]])),
    })),
  )

/** A post that two people went on to edit. */
const editedVersions: fc.Arbitrary<PostVersions> = fc
  .tuple(fc.array(fc.record({ gap, text: block }), { maxLength: 8 }), fields, gap, gap)
  .chain(([chunks, base, head, tail]) => {
    const content = joinContent(head, chunks, tail)
    const side = fc
      .tuple(someFields(base), fc.array(edit, { maxLength: 5 }))
      .map(([words, edits]): PostVersion => ({ ...words, content: editContent(content, edits) }))
    return fc.record({ base: fc.constant({ ...base, content }), mine: side, theirs: side })
  })

/** Three texts that have little to do with each other, whole and broken. */
const unrelatedVersions: fc.Arbitrary<PostVersions> = fc
  .tuple(anyMarkup, anyMarkup, anyMarkup)
  .map(([base, mine, theirs]) => contents(base, mine, theirs))

export const anyVersions: fc.Arbitrary<PostVersions> = fc.oneof(
  { weight: 4, arbitrary: editedVersions },
  { weight: 1, arbitrary: unrelatedVersions },
)
