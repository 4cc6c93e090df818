import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SiteLanguage } from '../../../src/main/core/blog-api/blog-api.ts'
import { textFor } from '../../../src/main/core/posts/post-fields.ts'
import { learnBlogLanguage } from '../../../src/main/core/sync/learn-blog-language.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { paragraph } from '../../support/desk-on-practice-blog.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const HOUR_MS = 60 * 60_000

function deskWithBlog(answers: (SiteLanguage | null | AppError)[]) {
  const line = { beside: Promise.resolve() }
  const desk = createDesk(openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null }))
  const { id } = putTestBlog(desk)
  const clock = createManualClock()
  const learn = () =>
    learnBlogLanguage(
      { desk, clock },
      {
        async readSiteLanguage() {
          const answer = answers.shift() ?? null
          if (answer instanceof AppError) throw answer
          return answer
        },
      },
      id,
      line.beside,
    )
  const words = { title: '', excerpt: '', document: { type: 'doc' as const, content: [paragraph('صبح به خیر')] } }
  const written = () => textFor(desk, id, words, { content: '' }).content
  return { learn, clock, written, answers, line }
}

const FARSI: SiteLanguage = { language: 'fa-IR', direction: 'rtl' }

test('a paragraph states its direction on a blog that is not known to run its way, and not on one that is', async () => {
  const { learn, written } = deskWithBlog([FARSI])
  expect(written()).toContain('<p dir="rtl">')
  await learn()
  expect(written()).toContain('<p>صبح')
})

test('the front page is asked for once a week', async () => {
  const { learn, clock, written, answers } = deskWithBlog([FARSI, { language: 'en', direction: 'ltr' }])
  await learn()
  clock.advance(24 * HOUR_MS)
  await learn()
  expect(answers).toHaveLength(1)
  clock.advance(6 * 24 * HOUR_MS)
  await learn()
  expect(written()).toContain('<p dir="rtl">')
})

test('a front page that cannot be had stops nothing, is asked for again after an hour and changes nothing that is known', async () => {
  const { learn, clock, written, answers } = deskWithBlog([new AppError({ kind: 'timeout' }), FARSI, null])
  await learn()
  await learn()
  expect(answers).toHaveLength(2)
  clock.advance(HOUR_MS)
  await learn()
  clock.advance(7 * 24 * HOUR_MS)
  await learn()
  expect(answers).toEqual([])
  expect(written()).toContain('<p>صبح')
})

test('a line that was lost while it was asked is no answer: the next round asks again', async () => {
  const offline = new AppError({ kind: 'offline' })
  const { learn, written, line } = deskWithBlog([offline, FARSI])
  line.beside = Promise.reject(offline)
  await expect(learn()).rejects.toBe(offline)
  line.beside = Promise.resolve()
  await learn()
  expect(written()).toContain('<p>صبح')
})
