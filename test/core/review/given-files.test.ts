import { expect, test } from 'vitest'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { askedReview } from './reviewing.ts'

async function onTwoDesks(passphrase: string | null) {
  const on = await askedReview()
  const editor = openDesk(temporaryFolder(), { clock: on.clock })
  const { receivingKey } = await editor.query('reviews', 'keys')
  const { fileId } = await on.desk.mutate('reviews', 'writeFile', {
    reviewIds: [on.reviewId],
    lock: passphrase === null ? { receivingKey } : { passphrase },
    name: 'Ann',
  })
  const { fileName, bytes } = await on.desk.query('interchange', 'takeFile', { fileId })
  await editor.mutate('reviews', 'give', { fileName, bytes: new Uint8Array(bytes) })
  const given = () => editor.query('reviews', 'given')
  const [file] = await given()
  const read = (typed: string | null) =>
    editor.mutate('reviews', 'readGiven', { id: file?.id ?? '', passphrase: typed })
  return { ...on, editor, given, file, read }
}

test('a file that the system had the program open waits until somebody has seen what came', async () => {
  const on = await onTwoDesks('the heron waits')
  expect(on.file?.fileName).toBe('The-ferry-at-Can-Tho.attache-review')
  await expect(on.read(null)).rejects.toMatchObject({ data: { kind: 'review-file', why: 'passphrase-needed' } })
  expect(await on.editor.query('reviews', 'queue')).toEqual([])
  expect(await on.read('the heron waits')).toMatchObject({
    reviews: [{ id: on.reviewId, isNew: true, isChanged: true }],
  })
  expect(await on.given()).toHaveLength(1)
  await on.editor.mutate('reviews', 'setAside', { id: on.file?.id ?? '' })
  expect(await on.given()).toEqual([])
  await expect(on.read('the heron waits')).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
  await on.editor.close()
  await on.desk.close()
})

test('a file that brings nothing says so, and one that brings only a decision does not', async () => {
  const on = await onTwoDesks(null)
  await on.read(null)
  expect(await on.read(null)).toMatchObject({
    reviews: [{ isNew: false, isChanged: false, newNotes: 0, newSuggestions: 0 }],
  })
  const by = { reviewId: on.reviewId, name: 'Mai' }
  await on.editor.mutate('reviews', 'conclude', { ...by, decision: 'approve', words: '' })
  const { receivingKey } = await on.desk.query('reviews', 'keys')
  const { fileId } = await on.editor.mutate('reviews', 'writeFile', {
    reviewIds: [on.reviewId],
    lock: { receivingKey },
    name: 'Mai',
  })
  const bytes = new Uint8Array((await on.editor.query('interchange', 'takeFile', { fileId })).bytes)
  const readHere = () => on.desk.mutate('reviews', 'readFile', { bytes, passphrase: null })
  expect(await readHere()).toMatchObject({
    reviews: [{ isNew: false, isChanged: true, newNotes: 0, newSuggestions: 0 }],
  })
  expect(await readHere()).toMatchObject({ reviews: [{ isChanged: false }] })
  await on.editor.close()
  await on.desk.close()
})

test('the trail is saved as a page that stands by itself', async () => {
  const { desk, reviewId } = await askedReview()
  const { fileId, fileName } = await desk.mutate('reviews', 'writeTrail', { reviewId })
  expect(fileName).toBe('The-ferry-at-Can-Tho-trail.html')
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  const html = Buffer.from(bytes).toString('utf8')
  expect(html).toContain('Ann asked for a review')
  expect(html).toContain('@media print')
  expect(html).not.toMatch(/src=|href=|<script/)
  await desk.close()
})
