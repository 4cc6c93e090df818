import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openReviewWord } from '../../../src/main/core/review-word/read-review-word.ts'
import { writeReviewWord } from '../../../src/main/core/review-word/write-review-word.ts'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import type { PostDocument } from '../../../src/shared/content/document.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import { anyTwoTexts } from '../../shared/content/suggestions/two-texts.ts'
import { acceptAll, rejectAll } from './in-word.ts'

const sentAt = '2026-11-27T12:00:00.000Z'
const savedBy = { name: 'Lan', at: sentAt }
const runs = { numRuns: 150 }

const words = (document: PostDocument, title: string): PostWords => ({
  title,
  document,
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
})
const markupOf = ({ document }: PostWords): string =>
  documentToMarkup(document, { pictureFor: () => null, blogDirection: null }).markup

const fileOf = (given: PostWords, proposed: PostWords) =>
  writeReviewWord({ mark: 'r', given, proposed, suggestions: [], notes: [], sentBy: 'Lan', sentAt }, () => null)
const read = async (given: PostWords, proposed: PostWords, bytes: Uint8Array) =>
  (await openReviewWord('x.docx', bytes)).marry({ given, proposed, suggestions: [], notes: [], savedBy })

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
})
