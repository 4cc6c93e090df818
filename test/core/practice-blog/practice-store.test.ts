import { describe, expect, it } from 'vitest'
import { openPracticeBlog } from '../../support/open-practice-blog.ts'
import { memoryPracticeStore } from '../../support/memory-practice-store.ts'

describe('the practice blog and its store', () => {
  it('a blog opened again has what was written and the same passwords', async () => {
    const first = openPracticeBlog({ contents: 'empty' })
    const { json: written } = await first.rest('you', 'posts', { title: 'Kept', status: 'publish' })

    const again = openPracticeBlog({ store: first.store })

    expect(again.accounts).toEqual(first.accounts)
    const { json } = await again.rest('you', `posts/${String(written['id'])}?context=edit`)
    expect(json['title']).toEqual({ raw: 'Kept', rendered: 'Kept' })
  })

  it('a store that cannot write refuses the post and keeps nothing of it', async () => {
    const blog = openPracticeBlog({ contents: 'empty' })
    const save = blog.store.save.bind(blog.store)
    blog.store.save = () => {
      throw new Error('disk full')
    }
    const refused = await blog.rest('you', 'posts', { title: 'Lost', status: 'publish' })
    blog.store.save = save

    expect(refused.status).toBe(500)
    expect((await blog.rest('you', 'posts?status=any&context=edit')).json).toEqual([])
    const next = await blog.rest('you', 'posts', { title: 'Next', status: 'publish' })
    expect(next.json['id']).toBe(1)
  })

  it.each([
    ['no JSON at all', 'not json', 'corrupt'],
    ['JSON of something else', '{"a":1}', 'not-a-database'],
    ['a blog of a newer version', '{"version":2,"posts":[]}', 'newer-version'],
  ])('%s in the store is named and left as it is', (_name, text, reason) => {
    const store = memoryPracticeStore()
    store.text = text
    expect(() => openPracticeBlog({ store })).toThrow(expect.objectContaining({ data: { kind: 'database', reason } }))
    expect(store.text).toBe(text)
  })

  it('reading writes nothing', async () => {
    const blog = openPracticeBlog()
    const before = blog.store.text
    blog.store.save = () => {
      throw new Error('nothing should be written')
    }
    await blog.rest('you', 'posts?status=any&context=edit')
    expect((await blog.page('/')).status).toBe(200)
    expect(blog.store.text).toBe(before)
  })

  it('a role given at opening holds for an older store too', async () => {
    const { store } = openPracticeBlog()
    const blog = openPracticeBlog({ store, roles: { you: 'contributor' } })
    expect(blog.accounts.you.role).toBe('contributor')
    expect((await blog.rest('you', 'posts', { title: 'x', status: 'publish' })).json['code']).toBe(
      'rest_cannot_publish',
    )
  })
})
