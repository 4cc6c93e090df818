import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Review, ReviewSummary, TakenReviews } from '../../src/shared/domain/review.ts'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Ann's laptop with a post in review, and Mai's, which has no blog. */
const folder = temporaryFolder()
const inFolder = (name: string): string => join(folder, name)
const ann = laptop(inFolder('ann'), '')
const mai = laptop(inFolder('mai'), '')
let reviewId = ''
beforeAll(async () => {
  writeFileSync(inFolder('ferry.md'), '# The ferry\n\nIt leaves at six.')
  await ann.json('connect', '--practice')
  const { id } = await ann.json<{ id: string }>('post', 'new', '--file', inFolder('ferry.md'))
  reviewId = (await ann.json<{ id: string }>('review', 'ask', id, '--as', 'Ann', '--of', 'Mai')).id
})

test('a review goes to another laptop for its key, and reading it twice is reading it once', async () => {
  const { receivingKey } = await mai.json<{ receivingKey: string }>('review', 'key')
  const file = inFolder('ferry.attache-review')
  const saved = await ann.run(['review', 'write', reviewId, '--key', receivingKey, '--out', file])
  expect(saved).toMatchObject({ code: 0, stdout: `Saved: ${file}\n` })

  const own = await ann.run(['review', 'read', file])
  expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('locked for another key') as string })
  const first = await mai.run(['review', 'read', file])
  expect(first.stdout).toMatch(/^From Ann, signed with the key [\dA-Z-]{24}\.\n\S+ {2}The ferry: New on this desk\.\n$/)
  const again = await mai.json<TakenReviews>('review', 'read', file)
  expect(again.reviews).toMatchObject([{ id: reviewId, isNew: false, isChanged: false }])
  expect(await mai.json<ReviewSummary[]>('review')).toMatchObject([{ id: reviewId, postId: null, state: 'asked' }])
})

test('a passphrase comes from the environment and is no argument; a wrong one is refused in a sentence', async () => {
  const file = inFolder('locked.attache-review')
  const asks = await ann.run(['review', 'write', reviewId, '--out', file])
  expect(asks).toMatchObject({ code: 2, stderr: expect.stringContaining('ATTACHE_REVIEW_PASSPHRASE') as string })
  setPassphrase('the heron waits')
  await ann.json('review', 'write', reviewId, '--out', file)
  setPassphrase('the heron sleeps')
  const wrong = await mai.run(['review', 'read', file])
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('not the passphrase') as string })
  setPassphrase('the heron waits')
  expect((await mai.json<TakenReviews>('review', 'read', file)).sentBy).toBe('Ann')
})

test('a review goes to Word and back, and its trail to a page', async () => {
  await ann.json('review', 'word-out', reviewId, '--out', inFolder('ferry.docx'))
  const back = await ann.run(['review', 'word-in', reviewId, inFolder('ferry.docx'), '--as', 'Mai'])
  expect(back).toMatchObject({ code: 0, stdout: 'Nothing in it is new: all of it was here already.\n' })
  const none = await ann.run(['review', 'word-in', reviewId, inFolder('ferry.md'), '--as', 'Mai'])
  expect(none.code).toBe(1)

  expect((await ann.run(['review', 'trail', reviewId])).stdout).toContain('Ann asked for a review.')
  await ann.json<Review>('review', 'trail', reviewId, '--out', inFolder('trail.html'))
  expect(readFileSync(inFolder('trail.html'), 'utf8')).toContain('Ann asked for a review')
})

test.each([[['review', 'burn']], [['review', 'word-in', 'a']]])('%j is a wrong call', async (words) => {
  expect((await mai.run(words)).code).toBe(2)
})

function setPassphrase(passphrase: string): void {
  process.env['ATTACHE_REVIEW_PASSPHRASE'] = passphrase
  onTestFinished(() => {
    delete process.env['ATTACHE_REVIEW_PASSPHRASE']
  })
}
