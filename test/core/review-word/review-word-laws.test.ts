import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openReviewWord } from '../../../src/main/core/review-word/read-review-word.ts'
import { writeReviewWord } from '../../../src/main/core/review-word/write-review-word.ts'
import { walkDocument } from '../../../src/shared/content/document-walk.ts'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import type { PostDocument } from '../../../src/shared/content/document.ts'
import { makeAnchor } from '../../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../../src/shared/content/checks/readable-post.ts'
import type { UtcIso } from '../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import type { ReviewNote } from '../../../src/shared/domain/review-file.ts'
import { anyTwoTexts as anyTwo } from '../../shared/content/suggestions/two-texts.ts'
import { acceptAll, rejectAll } from './in-word.ts'

const sentAt = '2026-11-27T12:00:00.000Z'
const savedBy = { name: 'Lan', at: sentAt }
const runs = { numRuns: 60 }

const words = (document: PostDocument, title: string): PostWords => ({
  title,
  document,
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  shareLines: [],
})
const markupOf = ({ document }: PostWords): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup

/** Two notes of one id are no text that a blog has. */
const anyTwoTexts = anyTwo.filter(({ before, after }) =>
  [before, after].every((document) => {
    const ids = [...walkDocument(document)].flatMap((node) => (node.type === 'footnote' ? [node.attrs.id] : []))
    return new Set(ids).size === ids.length
  }),
)

const remark = fc.record({
  text: fc.constantFrom('Is that so?', 'لماذا؟', 'Two lines\nof it & <more>'),
  place: fc.nat(),
  isResolved: fc.boolean(),
})

const fileOf = (given: PostWords, proposed: PostWords, notes: ReviewNote[] = []) =>
  writeReviewWord({ mark: 'r', given, proposed, suggestions: [], notes, sentBy: 'Lan', sentAt }, () => null)
const read = async (given: PostWords, proposed: PostWords, bytes: Uint8Array, notes: ReviewNote[] = []) =>
  (await openReviewWord('x.docx', bytes)).marry({ given, proposed, suggestions: [], notes, savedBy })

describe('of any two texts', () => {
  test('a file that nobody edited is the proposed text, and refusing all of it the given one', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoTexts, async ({ before, after }) => {
        const [given, proposed] = [words(before, 'Before'), words(after, 'After')]
        const result = await read(given, proposed, await fileOf(given, proposed))
        expect(markupOf(result.proposed)).toBe(markupOf(proposed))
        expect(result.proposed).toEqual(proposed)
        expect(result.isTracked).toBe(true)
      }),
      runs,
    )
  }, 240_000)

  test('an item of the blog that no desk models stays an item of its list', async () => {
    const item = (inside: string): string => `<!-- wp:list-item -->\n<li>${inside}</li>\n<!-- /wp:list-item -->`
    const list = (last: string): string =>
      `<!-- wp:list -->\n<ul class="wp-block-list">${item('A')}\n\n${item(last)}</ul>\n<!-- /wp:list -->`
    const textOf = (last: string): PostDocument => markupToDocument(list(last))
    const [given, proposed] = [
      words(textOf('Plain'), ''),
      words(textOf('<strong><strong>Twice</strong> bold</strong>'), ''),
    ]
    expect([...walkDocument(proposed.document)].map(({ type }) => type)).toContain('opaque')
    const result = await read(given, proposed, await fileOf(given, proposed))
    expect(markupOf(result.proposed)).toBe(markupOf(proposed))
  })

  test('what Word makes of it with all changes taken is the proposed text, and with none the given one', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoTexts, async ({ before, after }) => {
        const [given, proposed] = [words(before, 'Before'), words(after, 'After')]
        const bytes = await fileOf(given, proposed)
        expect(markupOf((await read(given, proposed, acceptAll(bytes))).proposed)).toBe(markupOf(proposed))
        expect(markupOf((await read(given, proposed, rejectAll(bytes))).proposed)).toBe(markupOf(given))
      }),
      runs,
    )
  }, 240_000)

  test('no note is ever lost, wherever its passage is, and its answers stay with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTwoTexts,
        fc.array(remark, { minLength: 1, maxLength: 4 }),
        async ({ before, after }, said) => {
          const [given, proposed] = [words(before, 'Before'), words(after, 'After')]
          const readable = readPost(proposed)
          const notes = said.map(({ text, place, isResolved }, at): ReviewNote => {
            const block = readable.texts.filter(({ holder }) => holder === 'text')[place % 7]
            const where = block && {
              in: 'text' as const,
              path: block.path,
              from: 0,
              to: Math.min(5, block.text.length),
            }
            const one = { authorName: 'Mai', writtenAt: `2026-11-26T08:0${at}:00.000Z` as UtcIso, words: text }
            return {
              ...one,
              id: `note-${at}`,
              anchor: where ? makeAnchor(readable, where) : null,
              replies: [{ ...one, id: `reply-${at}`, words: `${text} Yes.`, authorName: 'Ann' }],
              resolved: isResolved ? { by: 'Mai', at: sentAt as UtcIso } : null,
            }
          })
          const bytes = await fileOf(given, proposed, notes)
          for (const file of [bytes, acceptAll(bytes), rejectAll(bytes)]) {
            expect((await read(given, proposed, file, notes)).notes).toEqual(notes)
            const fresh = (await read(given, proposed, file)).notes
            expect(fresh.map((note) => [note.words, note.replies.map((reply) => reply.words)])).toEqual(
              notes.map((note) => [note.words, note.replies.map((reply) => reply.words)]),
            )
            expect((await read(given, proposed, file, fresh)).notes).toEqual(fresh)
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 240_000)
})
