import type { Editor } from '@tiptap/core'
import { expect, test, vi } from 'vitest'
import { appErrorOf } from '../../../../src/renderer/src/api/core-link.ts'
import { openCoreAccess } from '../../../../src/renderer/src/api/queries.ts'
import { flushProposals, ProposalCopy } from '../../../../src/renderer/src/features/review/proposal-copy.ts'
import type { ReviewId } from '../../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../../src/shared/domain/post.ts'
import type { Review } from '../../../../src/shared/domain/review.ts'
import { asId, fakeCore } from '../../fake-core.ts'

const words = (title: string): PostWords => ({
  title,
  document: { type: 'doc', content: [] },
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  shareLines: [],
})
const reviewOf = (title: string): Review => ({ id: asId<ReviewId>('r'), proposed: words(title) }) as Review
const emptyEditor = { state: { doc: { children: [] } } } as unknown as Editor

function open(isKept: boolean) {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const transport = fakeCore({
    'reviews.propose': (input) =>
      isKept
        ? { ok: true, data: reviewOf((input as { words: PostWords }).words.title) }
        : { ok: false, error: { kind: 'database', reason: 'full' } },
  })
  const access = openCoreAccess(transport)
  const copy = new ProposalCopy(reviewOf('We gave you the wrong bus'), access)
  copy.actAs('Lan')
  return { copy, access, transport, page, stop: copy.start(emptyEditor) }
}

test('who opens a review again begins with what was proposed last, not with what was read before', async () => {
  const { copy, access, stop } = open(true)
  const key = access.core.reviews.get.queryKey({ reviewId: asId<ReviewId>('r') })
  access.queryClient.setQueryData(key, reviewOf('We gave you the wrong bus'))
  copy.setFields({ title: 'We sent you to the wrong bus' })
  stop()
  await copy.flush()
  await vi.waitFor(() =>
    expect(access.queryClient.getQueryData(key)?.proposed.title).toBe('We sent you to the wrong bus'),
  )
})

test('what could not be kept says so once the words were to be kept', async () => {
  const { copy } = open(false)
  copy.setFields({ title: 'We sent you to the wrong bus' })
  await copy.flush()
  expect(copy.read().save.kind).toBe('failed')
  const error = await copy.keep().catch((reason: unknown) => reason)
  expect(appErrorOf(error)).toEqual({ kind: 'database', reason: 'full' })
})

test('it is proposed under the name of who sits here now', async () => {
  const { copy, transport } = open(true)
  copy.actAs('Salma')
  copy.setFields({ title: 'Another one' })
  await copy.flush()
  expect(transport.calls.map(({ input }) => (input as { name: string }).name)).toEqual(['Salma'])
})

test('what came from elsewhere after everything was kept is not remembered over with what was proposed before', async () => {
  const { copy, access, stop } = open(true)
  const key = access.core.reviews.get.queryKey({ reviewId: asId<ReviewId>('r') })
  copy.setFields({ title: 'We sent you to the wrong bus' })
  await flushProposals()
  expect(access.queryClient.getQueryData(key)?.proposed.title).toBe('We sent you to the wrong bus')
  access.queryClient.setQueryData(key, reviewOf('We sent you to the wrong bus, sorry'))
  stop()
  await copy.flush()
  expect(access.queryClient.getQueryData(key)?.proposed.title).toBe('We sent you to the wrong bus, sorry')
})

test('a page that goes sends its last words beside what is on its way, over them and not over what was before', async () => {
  const { copy, transport, page } = open(true)
  copy.setFields({ title: 'We sent you to the wrong' })
  copy.setFields({ title: 'We sent you to the wrong bus' })
  page.dispatchEvent(new Event('pagehide'))
  const sent = transport.calls.map(({ input }) => input as { words: PostWords; over: PostWords })
  expect(sent.map(({ over, words: { title } }) => [over.title, title])).toEqual([
    ['We gave you the wrong bus', 'We sent you to the wrong'],
    ['We sent you to the wrong', 'We sent you to the wrong bus'],
  ])
  await copy.keep()
  copy.setFields({ title: 'We sent you to the wrong bus, sorry' })
  await copy.keep()
  expect(transport.calls.at(-1)?.input).toMatchObject({ over: { title: 'We sent you to the wrong bus' } })
})
