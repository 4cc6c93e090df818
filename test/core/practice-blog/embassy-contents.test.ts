import { describe, expect, it } from 'vitest'
import { parseBlocks } from '../../../src/shared/content/block-grammar.ts'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { documentToMarkup } from '../../../src/shared/content/document-to-markup.ts'
import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import type { PracticeState } from '../../../src/main/core/practice-blog/practice-state.ts'
import { openPracticeBlog, PRACTICE_ORIGIN } from '../../support/open-practice-blog.ts'

const blog = openPracticeBlog()
const state = JSON.parse(blog.store.text ?? '') as PracticeState
const now = blog.clock.now().toISOString().slice(0, 19)
const titles = state.posts.map((post) => [post.title, post] as const)

describe('what a new practice blog holds', () => {
  it('a dozen posts in four languages, most of them out', () => {
    const count = (test: RegExp) => state.posts.filter(({ title }) => test.test(title)).length
    expect(state.posts.length).toBeGreaterThanOrEqual(12)
    expect(count(/\p{Script=Arabic}/u)).toBe(2)
    expect(count(/[ơưđạảấầếệốộớủứừ]/i)).toBe(3)
    expect(Object.groupBy(state.posts, ({ status }) => status)).toMatchObject({
      draft: [expect.anything()],
      pending: [expect.anything()],
      future: [expect.anything()],
    })
    expect(state.posts.filter(({ status }) => status === 'publish').length).toBe(state.posts.length - 3)
  })

  it('comments follow their post and the comment they answer, and none is from the future', () => {
    for (const comment of state.comments) {
      const post = state.posts.find(({ id }) => id === comment.postId)
      const parent = state.comments.find(({ id }) => id === comment.parentId)
      expect(comment.createdGmt < now && comment.createdGmt > (post?.dateGmt ?? now)).toBe(true)
      if (comment.parentId !== 0) expect(parent?.createdGmt ?? now).toSatisfy((at: string) => at < comment.createdGmt)
    }
  })

  it('somebody waits for an answer under most posts, and one comment is held', () => {
    const isAnswered = (id: number) => state.comments.some(({ parentId }) => parentId === id)
    const waiting = state.comments.filter((comment) => comment.authorId === 0 && !isAnswered(comment.id))
    expect(new Set(waiting.map(({ postId }) => postId)).size).toBeGreaterThanOrEqual(8)
    expect(state.comments.filter(({ status }) => status === 'hold').length).toBe(1)
  })

  it.each(titles)('"%s" is written block by block as our own editor would write it', (_title, post) => {
    const document = markupToDocument(post.content)
    expect(document.content.filter(({ type }) => type === 'opaque')).toEqual([])
    const betweenBlocks = parseBlocks(post.content).filter(
      ({ kind, source }) => kind === 'html' && source.trim() !== '',
    )
    expect(betweenBlocks).toEqual([])
    const rewritten = document.content.map((block) => ({ ...block, attrs: { ...block.attrs, source: null } }))
    const options = { blogDirection: 'ltr' as const, pictureFor: () => null }
    const { markup } = documentToMarkup({ type: 'doc', content: rewritten as BlockNode[] }, options)
    // WordPress's editor writes a hard space as an entity, ours as itself.
    expect(markup.replaceAll('\u00a0', '&nbsp;')).toBe(post.content)
  })

  it('pictures are real ones of a modest size, described in words', async () => {
    expect(state.media.length).toBe(3)
    for (const media of state.media) {
      const answer = await blog.fetch(`${PRACTICE_ORIGIN}/wp-content/uploads/${media.path}`)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(answer.headers.get('Content-Type')).toBe('image/png')
      expect(new TextDecoder().decode(bytes.slice(1, 4))).toBe('PNG')
      expect(bytes.length).toBeLessThan(60_000)
      expect(media.alt.length).toBeGreaterThan(40)
    }
  })
})
