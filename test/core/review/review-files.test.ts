import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reviewOf } from '../../../src/main/core/review/review-view.ts'
import { byFile, takeReview } from '../../../src/main/core/review/take-review.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import type { ReviewId, UtcIso } from '../../../src/shared/domain/ids.ts'
import type { ReviewedPost } from '../../../src/shared/domain/review-file.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { pictureOf } from '../../support/pictures.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { postOf } from '../review-file/made-files.ts'
import { askedReview, askFor, FERRY, paragraphsOf, withParagraphs } from './reviewing.ts'

const PASSPHRASE = 'the heron waits'
type Lock = { passphrase: string } | { receivingKey: string }

async function fileOf(desk: TestDesk, reviewId: ReviewId, name: string, lock: Lock = { passphrase: PASSPHRASE }) {
  const { fileId } = await desk.mutate('reviews', 'writeFile', { reviewIds: [reviewId], lock, name })
  const { fileName, bytes } = await desk.query('interchange', 'takeFile', { fileId })
  return { fileName, bytes: Uint8Array.from(bytes as unknown as Uint8Array<ArrayBuffer>) }
}
const take = (desk: TestDesk, { bytes }: { bytes: Uint8Array<ArrayBuffer> }, passphrase: string | null = PASSPHRASE) =>
  desk.mutate('reviews', 'readFile', { bytes, passphrase })

/** Ann's desk with a review that is asked, and Mai's, which has no account anywhere. */
async function twoDesks() {
  const on = await askedReview()
  const editor = openDesk(temporaryFolder(), {
    clock: on.clock,
    fetch: () => Promise.reject(new TypeError('no network')),
  })
  const of = { reviewId: on.reviewId }
  return {
    ...on,
    editor,
    there: () => editor.query('reviews', 'get', of),
    here: () => on.desk.query('reviews', 'get', of),
    async close() {
      await editor.close()
      await on.desk.close()
    },
  }
}

describe('a review by file', () => {
  test('goes to a desk without an account and comes back approved with changes, which the author takes', async () => {
    const on = await twoDesks()
    const file = await fileOf(on.desk, on.reviewId, 'Ann')
    expect(file.fileName).toBe('The-ferry-at-Can-Tho.attache-review')
    expect(await take(on.editor, file)).toMatchObject({ sentBy: 'Ann', reviews: [{ id: on.reviewId, isNew: true }] })
    expect(await on.editor.query('reviews', 'queue')).toMatchObject([
      {
        id: on.reviewId,
        postId: null,
        blogId: null,
        waitsFor: 'reviewer',
        request: { of: 'Mai', lookAt: 'Is the hour right?' },
      },
    ])
    on.clock.advance(60_000)
    const by = { reviewId: on.reviewId, name: 'Mai' }
    const words = withParagraphs((await on.there()).given, 'It leaves at seven.', ...FERRY.slice(1))
    const proposed = await on.editor.mutate('reviews', 'propose', { ...by, words })
    await on.editor.mutate('reviews', 'addNote', { ...by, anchor: null, words: 'Since May.' })
    const suggestionIds = proposed.suggestedBy.map(({ suggestionId }) => suggestionId)
    await expect(on.editor.mutate('reviews', 'decide', { ...by, suggestionIds, isTaken: true })).rejects.toMatchObject({
      data: { why: 'post-on-another-desk' },
    })
    await on.editor.mutate('reviews', 'conclude', { ...by, decision: 'approve-with-changes', words: 'Good.' })
    const back = await fileOf(on.editor, on.reviewId, 'Mai')
    expect(await take(on.desk, back)).toMatchObject({
      signedBy: (await on.editor.query('reviews', 'keys')).signingKey,
      reviews: [{ isNew: false, newNotes: 1, newSuggestions: 1 }],
    })
    expect(paragraphsOf(await on.post())).toEqual(FERRY)
    expect(await on.here()).toMatchObject({
      postId: on.postId,
      state: 'approved-with-changes',
      waitsFor: 'author',
      conclusion: { by: 'Mai', words: 'Good.' },
      seal: { state: 'broken', pieces: ['text'] },
      suggestedBy: [{ authorName: 'Mai' }],
    })
    const { review } = await on.desk.mutate('reviews', 'decide', {
      reviewId: on.reviewId,
      suggestionIds,
      isTaken: true,
      name: 'Ann',
    })
    expect(review.seal).toMatchObject({ state: 'whole', approvedBy: 'Mai' })
    await on.close()
  })

  test('taken in twice is as taken in once, also when a newer one came between', async () => {
    const on = await twoDesks()
    await take(on.editor, await fileOf(on.desk, on.reviewId, 'Ann'))
    const by = { reviewId: on.reviewId, name: 'Mai' }
    const propose = async (...texts: string[]) => {
      on.clock.advance(60_000)
      await on.editor.mutate('reviews', 'propose', { ...by, words: withParagraphs((await on.there()).given, ...texts) })
      return fileOf(on.editor, on.reviewId, 'Mai')
    }
    const first = await propose('It leaves at seven.', ...FERRY.slice(1))
    await take(on.desk, first)
    const once = await on.here()
    await take(on.desk, first)
    expect(await on.here()).toEqual(once)
    const second = await propose('It leaves at eight.', ...FERRY.slice(1))
    await take(on.desk, second)
    const newer = await on.here()
    expect(paragraphsOf(newer.proposed)[0]).toBe('It leaves at eight.')
    await take(on.desk, first)
    expect(await on.here()).toEqual(newer)
    await on.close()
  })

  test('that comes back to a later round adds what was said, and leaves the texts alone', async () => {
    const on = await twoDesks()
    await take(on.editor, await fileOf(on.desk, on.reviewId, 'Ann'))
    await on.editor.mutate('reviews', 'addNote', { reviewId: on.reviewId, anchor: null, words: 'Late.', name: 'Mai' })
    const back = await fileOf(on.editor, on.reviewId, 'Mai')
    await write(on.desk, on.postId, { blocks: [paragraph('All anew.')] })
    await askFor(on.desk, on.postId)
    await take(on.desk, back)
    const here = await on.here()
    expect(here).toMatchObject({ round: 2, state: 'asked', notes: [{ words: 'Late.' }] })
    expect(paragraphsOf(here.proposed)).toEqual(['All anew.'])
    await on.close()
  })

  test('is for whom it was locked: a wrong passphrase, none, or another desk takes nothing in', async () => {
    const on = await twoDesks()
    const file = await fileOf(on.desk, on.reviewId, 'Ann')
    const refused = (why: string) => ({ data: { kind: 'review-file', why } })
    await expect(take(on.editor, file, 'the heron sleeps')).rejects.toMatchObject(refused('wrong-passphrase'))
    await expect(take(on.editor, file, null)).rejects.toMatchObject(refused('passphrase-needed'))
    expect(await on.editor.query('reviews', 'queue')).toEqual([])
    const { receivingKey } = await on.editor.query('reviews', 'keys')
    const forMai = await fileOf(on.desk, on.reviewId, 'Ann', { receivingKey })
    await expect(take(on.desk, forMai, null)).rejects.toMatchObject(refused('wrong-key'))
    expect(await take(on.editor, forMai, null)).toMatchObject({ reviews: [{ isNew: true }] })
    await on.close()
  })

  test('carries its pictures as they would leave for the blog, and they are the author’s own again when it comes back', async () => {
    const on = await twoDesks()
    const original = await cameraJpeg()
    const picture = await on.desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes: original })
    await write(on.desk, on.postId, {
      blocks: [paragraph('Look:'), pictureOf(picture.id)],
    })
    await askFor(on.desk, on.postId)
    await take(on.editor, await fileOf(on.desk, on.reviewId, 'Ann'))
    const [, shown] = (await on.there()).proposed.document.content
    const mediaId = shown?.type === 'picture' ? shown.attrs.mediaId : null
    expect(mediaId).toBe(picture.sent?.hash)
    const { bytes } = await on.editor.query('media', 'read', { mediaId: mediaId ?? '', size: 'whole' })
    expect(Buffer.from(bytes as unknown as Uint8Array).includes('Exif')).toBe(false)
    const by = { reviewId: on.reviewId, name: 'Mai' }
    await on.editor.mutate('reviews', 'conclude', { ...by, decision: 'approve', words: '' })
    await take(on.desk, await fileOf(on.editor, on.reviewId, 'Mai'))
    expect(await on.here()).toMatchObject({ state: 'approved', suggestionCount: 0, seal: { state: 'whole' } })
    await on.close()
  })
})

describe('whatever files of a review are taken in, in whatever order and however often', () => {
  const REVIEW = postOf().reviewId as ReviewId
  const moments = Array.from({ length: 4 }, (_, at) => `2026-11-27T1${at}:00:00.000Z` as UtcIso)
  const NOTES = ['a', 'b', 'c', 'd'].map((id) => ({
    id: `${id.repeat(8)}-0000-4000-8000-000000000000`,
    authorName: 'Mai',
    writtenAt: moments[0] ?? ('' as UtcIso),
    words: `Note ${id}`,
    anchor: null,
    replies: [],
    resolved: null,
  }))
  const given = withParagraphs(postOf().before, ...FERRY)
  const anyFile = fc.record({
    sentAt: fc.constantFrom(...moments),
    number: fc.integer({ min: 1, max: 2 }),
    texts: fc.tuple(...FERRY.map((text) => fc.constantFrom(text, `${text} Really.`, text.toUpperCase()))),
    notes: fc.subarray(NOTES),
    isReplied: fc.boolean(),
  })
  type AnyFile = typeof anyFile extends fc.Arbitrary<infer File> ? File : never
  const postIn = ({ number, texts, notes, isReplied, sentAt }: AnyFile): ReviewedPost => ({
    ...postOf(),
    round: { ...postOf().round, number },
    before: given,
    after: withParagraphs(given, ...texts),
    notes: notes.map((note) => ({
      ...note,
      replies: isReplied
        ? [
            {
              id: `${note.id.slice(0, 8)}-1111-4000-8000-000000000000`,
              authorName: 'Ann',
              writtenAt: sentAt,
              words: 'Yes.',
            },
          ]
        : [],
    })),
  })

  test('no note and no reply is lost, and taking the last one in again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 5 }), (files) => {
        const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
        const desk = createDesk(store)
        const takeIn = (file: AnyFile, at: UtcIso): void =>
          void desk.transaction(() =>
            takeReview(
              desk,
              byFile(desk, { blog: { url: 'https://blog.example', name: 'B' }, sentAt: file.sentAt }),
              postIn(file),
              at,
            ),
          )
        for (const file of files) takeIn(file, moments[0] ?? file.sentAt)
        const once = reviewOf(desk, REVIEW)
        for (const file of files.toReversed()) takeIn(file, moments[3] ?? file.sentAt)
        const last = files.at(-1)
        const again = reviewOf(desk, REVIEW)
        const said = files.flatMap((file) =>
          postIn(file).notes.flatMap((note) => [note.id, ...note.replies.map(({ id }) => id)]),
        )
        const kept = again.notes.flatMap((note) => [note.id, ...note.replies.map(({ id }) => id)])
        expect(new Set(kept)).toEqual(new Set(said))
        expect(again.notes).toEqual(once.notes)
        if (last) takeIn(last, moments[3] ?? last.sentAt)
        expect(reviewOf(desk, REVIEW)).toEqual(again)
        store.close()
      }),
      { numRuns: 60 },
    )
  })
})
