import { expect, test } from 'vitest'
import { acceptAll, partOf, rejectAll, withParts } from '../review-word/in-word.ts'
import { askedReview, askFor, FERRY, paragraphsOf } from './reviewing.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'

const SEVEN = ['It leaves at seven.', FERRY[1] ?? '', 'Take rice with you.', 'And a hat.']

async function inWord() {
  const on = await askedReview()
  const { reviewId } = on
  await on.propose(...SEVEN)
  const review = await on.desk.mutate('reviews', 'addNote', {
    reviewId,
    anchor: {
      quote: 'wait',
      before: 'Nobody has seen it ',
      after: '.',
      where: { in: 'text', path: [1], from: 19, to: 23 },
      type: 'paragraph',
    },
    words: 'Is that so?',
    name: 'Mai',
  })
  const written = async () => {
    const { fileId, fileName } = await on.desk.mutate('reviews', 'writeWord', { reviewId, name: 'Mai' })
    expect(fileName).toBe('The-ferry-at-Can-Tho-review.docx')
    return new Uint8Array((await on.desk.query('interchange', 'takeFile', { fileId })).bytes)
  }
  const read = (bytes: Uint8Array) =>
    on.desk.mutate('reviews', 'readWord', {
      reviewId,
      fileName: 'back.docx',
      bytes: new Uint8Array(bytes),
      name: 'Ann',
    })
  return { ...on, review, written, read }
}

/** Somebody types over words of the file, and has Word track it or not. */
const typed = (bytes: Uint8Array, was: string, is: string): Uint8Array =>
  withParts(bytes, (xml, name) => (name === 'word/document.xml' ? xml.replace(was, is) : xml))

test('a file that comes back as it went changes nothing, however often it is read', async () => {
  const on = await inWord()
  const bytes = await on.written()
  for (const _ of [1, 2]) {
    const { review, ...report } = await on.read(bytes)
    expect(report).toEqual({
      newSuggestions: 0,
      newNotes: 0,
      newReplies: 0,
      isTracked: true,
      leftOut: { pictures: 0, drawings: 0 },
    })
    expect(review.proposed).toEqual(on.review.proposed)
    expect(review.suggestedBy).toEqual(on.review.suggestedBy)
    expect(review.notes).toEqual(on.review.notes)
  }
  await on.desk.close()
})

test('what was tracked in Word is a suggestion of who tracked it, and a remark in its margin is a note of who made it', async () => {
  const on = await inWord()
  const change = 'w:author="Quan" w:date="2026-11-26T09:30:00Z"'
  const marked = typed(
    await on.written(),
    'seen it </w:t></w:r>',
    `seen it </w:t></w:r><w:ins w:id="900" ${change}><w:r><w:t xml:space="preserve">ever </w:t></w:r></w:ins><w:commentRangeStart w:id="90"/>`,
  )
  const back = withParts(marked, (xml, name) => {
    if (name === 'word/document.xml')
      return xml.replace(
        'And a hat.</w:t></w:r></w:ins>',
        'And a hat.</w:t></w:r></w:ins><w:commentRangeEnd w:id="90"/>',
      )
    if (name !== 'word/comments.xml') return xml
    return xml.replace(
      '</w:comments>',
      `<w:comment w:id="90" ${change}><w:p><w:r><w:t>Ask the captain.</w:t></w:r></w:p></w:comment></w:comments>`,
    )
  })
  const { review, newSuggestions, newNotes } = await on.read(back)
  expect([newSuggestions, newNotes]).toEqual([1, 1])
  expect(paragraphsOf(review.proposed)[1]).toBe('Nobody has seen it ever wait.')
  expect(review.suggestedBy).toContainEqual(
    expect.objectContaining({ authorName: 'Quan', suggestedAt: '2026-11-26T09:30:00.000Z' }),
  )
  expect(review.notes.find(({ authorName }) => authorName === 'Quan')).toMatchObject({
    words: 'Ask the captain.',
    writtenAt: '2026-11-26T09:30:00.000Z',
    anchor: { quote: 'wait.', where: { in: 'text', path: [1] } },
  })
  expect(review.trail.at(-1)).toMatchObject({ act: 'noted', by: 'Quan', words: 'Ask the captain.' })
  await on.desk.close()
})

test('what was changed in Word without tracking it is a suggestion as well, and is told', async () => {
  const on = await inWord()
  const { review, isTracked } = await on.read(typed(await on.written(), 'Nobody has seen it', 'Few have seen it'))
  expect(isTracked).toBe(false)
  expect(paragraphsOf(review.proposed)[1]).toBe('Few have seen it wait.')
  expect(review.suggestionCount).toBe(on.review.suggestionCount + 1)
  await on.desk.close()
})

test('everything refused in Word leaves the text that was given; everything taken, the proposed one', async () => {
  const on = await inWord()
  const bytes = await on.written()
  expect((await on.read(acceptAll(bytes))).review.proposed).toEqual(on.review.proposed)
  const { review } = await on.read(rejectAll(bytes))
  expect(review.proposed).toEqual(on.review.given)
  expect(review.suggestionCount).toBe(0)
  expect(review.notes).toEqual(on.review.notes)
  await on.desk.close()
})

test('what was proposed here meanwhile stays beside what comes from Word', async () => {
  const on = await inWord()
  const bytes = typed(await on.written(), 'Nobody has seen it', 'Few have seen it')
  await on.propose(...SEVEN.with(2, 'Take tea with you.'))
  const { review } = await on.read(bytes)
  expect(paragraphsOf(review.proposed).slice(0, 2)).toEqual(['It leaves at seven.', 'Few have seen it wait.'])
  expect(paragraphsOf(review.proposed).join(' ')).toContain('tea')
  await on.desk.close()
})

test('a file of an earlier round brings its changes into the text of now', async () => {
  const on = await inWord()
  const bytes = typed(await on.written(), 'Nobody has seen it', 'Few have seen it')
  await on.desk.mutate('reviews', 'conclude', {
    reviewId: on.reviewId,
    decision: 'send-back',
    words: 'See my notes.',
    name: 'Mai',
  })
  await write(on.desk, on.postId, { blocks: [...FERRY, 'There is a bell.'].map(paragraph) })
  await askFor(on.desk, on.postId)
  const { review } = await on.read(bytes)
  expect(paragraphsOf(review.proposed)[1]).toBe('Few have seen it wait.')
  expect(paragraphsOf(review.proposed)).toContain('There is a bell.')
  await on.desk.close()
})

test('a file of another review, and one that is none, is refused and changes nothing', async () => {
  const [on, other] = [await inWord(), await inWord()]
  const foreign = await other.written()
  await expect(on.read(foreign)).rejects.toMatchObject({ data: { kind: 'unreadable-file', why: 'other-review' } })
  const nameless = withParts(foreign, (xml, name) =>
    name === 'docProps/custom.xml'
      ? '<Properties/>'
      : xml.replaceAll(/<w:(t|delText)[^>]*>[^<]+</g, '<w:$1>Quite another text about rivers<'),
  )
  await expect(on.read(nameless)).rejects.toMatchObject({ data: { kind: 'unreadable-file', why: 'other-review' } })
  await expect(on.read(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ data: { why: 'damaged' } })
  await expect(on.read(foreign.slice(0, 2000))).rejects.toMatchObject({ data: { why: 'damaged' } })
  const bomb = withParts(await on.written(), (xml, name) =>
    name === 'word/document.xml' ? xml.replace('<w:body>', `<!DOCTYPE x><w:body>`) : xml,
  )
  await expect(on.read(bomb)).rejects.toMatchObject({ data: { why: 'swells' } })
  expect(partOf(foreign, 'docProps/custom.xml')).toContain(other.reviewId)
  expect(await on.desk.query('reviews', 'get', { reviewId: on.reviewId })).toMatchObject({
    proposed: on.review.proposed,
    notes: on.review.notes,
  })
  await on.desk.close()
  await other.desk.close()
})

test('whoever saved the file in Word is not taken for the one who sits at the desk', async () => {
  const on = await inWord()
  const { review } = await on.read(typed(await on.written(), 'Nobody has', 'Somebody has'))
  expect(review.suggestedBy.map(({ authorName }) => authorName)).toContain('Ann')
  expect(await on.desk.query('reviews', 'lastName')).toBe('Mai')
  await on.desk.close()
})
