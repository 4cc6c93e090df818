import { describe, expect, it } from 'vitest'
import { openPracticeBlog, PRACTICE_ORIGIN } from '../../support/open-practice-blog.ts'

const path = (link: unknown) => String(link).slice(PRACTICE_ORIGIN.length)

async function openWithPost(status = 'publish') {
  const blog = openPracticeBlog({ contents: 'empty' })
  const content = '<!-- wp:heading -->\n<h2 class="wp-block-heading">Tea &amp; rice</h2>\n<!-- /wp:heading -->'
  const { json } = await blog.rest('you', 'posts', { title: 'Soup', content, status })
  return { blog, id: Number(json['id']), link: path(json['link']) }
}

describe('public pages', () => {
  it('a published post is on the home page and has a page of its own', async () => {
    const { blog, link } = await openWithPost()
    expect((await blog.page('/')).html).toContain(`<a href="${PRACTICE_ORIGIN}${link}" rel="bookmark">Soup</a>`)
    const { status, html } = await blog.page(link)
    expect(status).toBe(200)
    expect(html).toContain('<h2 class="wp-block-heading">Tea &amp; rice</h2>')
    expect(html).not.toContain('<!-- wp:')
  })

  it.each(['draft', 'pending', 'private'])('a %s post is on no page', async (status) => {
    const { blog, id, link } = await openWithPost(status)
    expect((await blog.page('/')).html).not.toContain('Soup')
    expect([(await blog.page(link)).status, (await blog.page(`/?p=${id}`)).status]).toEqual([404, 404])
  })

  it('a post that becomes a draft again leaves its page', async () => {
    const { blog, id, link } = await openWithPost()
    await blog.rest('you', `posts/${id}`, { status: 'draft' })
    expect((await blog.page(link)).status).toBe(404)
  })

  it('the short address leads to the page', async () => {
    const { blog, id, link } = await openWithPost()
    const answer = await blog.fetch(`${PRACTICE_ORIGIN}/?p=${id}`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, PRACTICE_ORIGIN + link])
  })

  it('the home page names the REST interface, to HEAD as well', async () => {
    const { blog } = await openWithPost()
    const answer = await blog.fetch(`${PRACTICE_ORIGIN}/`, { method: 'HEAD' })
    expect(answer.headers.get('Link')).toBe(`<${PRACTICE_ORIGIN}/wp-json/>; rel="https://api.w.org/"`)
    expect(await answer.text()).toBe('')
  })

  it('a reply by the blog stands under the comment of the visitor', async () => {
    const { blog, id, link } = await openWithPost()
    const visited = await blog.visitorComment({
      postId: id,
      name: 'Ana <b>',
      text: 'How <i>much</i> <script>x</script>rice?',
    })
    expect([visited.status, visited.headers.get('Location')]).toEqual([302, `${PRACTICE_ORIGIN}${link}#comment-1`])
    await blog.rest('you', 'comments', { post: id, parent: 1, content: 'One cup.' })
    const { html } = await blog.page(link)
    expect(html).toContain('2 comments')
    expect(html).toContain('<b>Ana &lt;b&gt;</b>')
    expect(html).toContain('<p>How <i>much</i> xrice?</p>')
    expect(html).toMatch(
      /<li id="comment-1"(?:(?!<\/li>)[\s\S])*<ol class="comments">\s*<li id="comment-2"[\s\S]*One cup\./,
    )
  })

  it('a comment with two links waits for a moderator', async () => {
    const { blog, id, link } = await openWithPost()
    await blog.visitorComment({ postId: id, name: 'Lamps', text: 'https://a.example https://b.example' })
    expect((await blog.page(link)).html).not.toContain('a.example')
    const held = await blog.rest('you', 'comments?status=hold&context=edit')
    expect(held.json).toMatchObject([{ id: 1, status: 'hold', author_name: 'Lamps', author: 0 }])
    await blog.rest('you', 'comments/1', { status: 'approved' })
    expect((await blog.page(link)).html).toContain('a.example')
  })

  it('a visitor is asked for a name, and a draft takes no comment', async () => {
    const { blog, id } = await openWithPost()
    const { json } = await blog.rest('you', 'posts', { title: 'Draft' })
    expect((await blog.visitorComment({ postId: id, name: '', text: 'x' })).headers.get('Location')).toBeNull()
    expect(await (await blog.visitorComment({ postId: Number(json['id']), name: 'A', text: 'x' })).text()).toBe('')
    expect((await blog.rest('you', 'comments?status=any&context=edit')).json).toEqual([])
  })
})
