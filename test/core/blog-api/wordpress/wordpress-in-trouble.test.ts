import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { PostsApi } from '../../../../src/main/core/blog-api/blog-api.ts'
import { discoverBlog } from '../../../../src/main/core/blog-api/wordpress/discover.ts'
import { createWordpressBlogApi } from '../../../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import { failureOf, freshSlug } from '../../../contract/contract-blog.ts'
import { startFaultProxy, type FaultProxy } from '../../../support/fault-proxy.ts'
import { commentAsVisitor } from '../../../wordpress/comment-as-visitor.ts'
import { describeOnWordpress } from '../../../wordpress/describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from '../../../wordpress/start-wordpress.ts'

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const LOST = { kind: 'answer-lost' }

await describeOnWordpress('7.1', 'WordPress 7.1 in trouble', () => {
  let wordpress: RunningWordpress
  let proxy: FaultProxy
  let editor: PostsApi
  let author: PostsApi

  beforeAll(async () => {
    wordpress = await startWordpress({ version: '7.1' })
    proxy = await startFaultProxy({ target: wordpress.url })
    const { restRoot, url } = await discoverBlog({ address: proxy.url, fetch })
    const connect = ({ userName, applicationPassword }: { userName: string; applicationPassword: string }) =>
      createWordpressBlogApi({ connection: { restRoot, url, userName, applicationPassword }, fetch }).ofKind('post')
    editor = connect(wordpress.users.editor)
    author = connect(wordpress.users.author)
  })
  afterAll(async () => {
    await proxy.stop()
    await wordpress.stop()
  })
  afterEach(() => expect(proxy.pendingFaultCount()).toBe(0))

  /** Runs with a must-use plugin of this PHP code. */
  async function withPlugin(code: string, run: () => Promise<void>): Promise<void> {
    const file = join(wordpress.pluginFolder, 'trouble.php')
    await writeFile(file, `<?php\n${code}\n`)
    try {
      await run()
    } finally {
      await rm(file)
    }
  }

  it('a lost answer on create leaves one draft, found by its slug', async () => {
    const slug = freshSlug()
    proxy.loseNextAnswer({ method: 'POST', pathContains: '/wp/v2/posts' })
    expect(await failureOf(author.createDraft({ slug, title: 'Once' }))).toEqual(LOST)
    expect(await author.findPostsBySlugFamily(slug)).toMatchObject([{ slug, status: 'draft', title: 'Once' }])
  })

  it('a lost request on create leaves none', async () => {
    const slug = freshSlug()
    proxy.loseNextRequest({ method: 'POST', pathContains: '/wp/v2/posts' })
    expect(await failureOf(author.createDraft({ slug, title: 'Never' }))).toEqual(LOST)
    expect(await author.findPostsBySlugFamily(slug)).toEqual([])
  })

  it('an answer cut off half way is lost, and what it answered was done', async () => {
    const draft = await author.createDraft({ slug: freshSlug(), title: 'Before' })
    proxy.truncateNextAnswer({ method: 'POST' })
    expect(await failureOf(author.updatePost(draft.remoteId, { title: 'After' }))).toEqual(LOST)
    expect((await author.getPost(draft.remoteId)).title).toBe('After')
  })

  it('a lost answer on publish leaves the post public', async () => {
    const draft = await author.createDraft({ slug: freshSlug(), title: 'Public' })
    proxy.loseNextAnswer({ method: 'POST' })
    expect(await failureOf(author.setPostStatus(draft.remoteId, { status: 'publish' }))).toEqual(LOST)
    expect((await author.getPost(draft.remoteId)).status).toBe('publish')
  })

  it('a lost answer on upload leaves one picture, found by its name', async () => {
    const stem = freshSlug()
    const options = { bytes: new Uint8Array(PIXEL), fileName: `${stem}.gif`, mimeType: 'image/gif', alt: 'a pixel' }
    proxy.loseNextAnswer({ method: 'POST', pathContains: '/wp/v2/media' })
    expect(await failureOf(author.uploadMedia(options))).toEqual(LOST)
    expect(await author.findMediaBySlug(stem)).toMatchObject([{ slug: stem, alt: 'a pixel' }])
  })

  /** A public post of the editor with a visitor's question under it. */
  async function makeQuestion() {
    const draft = await editor.createDraft({ slug: freshSlug(), title: 'Ask' })
    const { remoteId } = await editor.setPostStatus(draft.remoteId, { status: 'publish' })
    await commentAsVisitor(wordpress.url, { postId: remoteId, name: 'Lan', text: 'When?' })
    const list = { pageNumber: 1, after: null, postIds: [remoteId], authorId: null }
    const [question] = (await editor.listComments({ ...list, canModerate: true })).items
    if (!question) throw new Error('the question is not there')
    return { list, reply: { postRemoteId: remoteId, parentRemoteId: question.remoteId, token: freshSlug() } }
  }

  it('a lost answer on reply leaves one comment, found by its token', async () => {
    const { list, reply } = await makeQuestion()
    proxy.loseNextAnswer({ method: 'POST', pathContains: '/wp/v2/comments' })
    expect(await failureOf(editor.createReply({ ...reply, text: 'At six.' }))).toEqual(LOST)
    const { items } = await editor.listComments({ ...list, canModerate: true })
    const { parentRemoteId, token } = reply
    expect(items.filter((each) => each.userAgent?.includes(token))).toMatchObject([{ parentRemoteId }])
    expect(await failureOf(editor.createReply({ ...reply, text: 'At six.' }))).toMatchObject({ kind: 'conflict' })
  })

  it('a reply that waits for a moderator is answered as held, and its author finds it again', async () => {
    const { list, reply } = await makeQuestion()
    await wordpress.php(`update_option('comment_moderation', 1);`)
    const held = await author.createReply({ ...reply, text: 'At six, I think.' })
    await wordpress.php(`update_option('comment_moderation', 0);`)
    expect(held.status).toBe('hold')
    expect((await author.listComments({ ...list, canModerate: false })).items).toContainEqual(held)
  })

  it('a cut line is offline, for discovery too', async () => {
    await proxy.cut()
    expect(await failureOf(author.whoAmI())).toEqual({ kind: 'offline' })
    expect(await failureOf(discoverBlog({ address: proxy.url, fetch }))).toEqual({ kind: 'offline' })
    await proxy.restore()
    expect((await author.whoAmI()).userName).toBe(wordpress.users.author.userName)
  })

  it('a sign-in page of the network in place of an answer is no success', async () => {
    const slug = freshSlug()
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<form>Room number</form>' }
    proxy.answerNext({ method: 'POST' }, page)
    const host = new URL(proxy.url).host
    expect(await failureOf(author.createDraft({ slug, title: 'x' }))).toEqual({
      kind: 'not-the-blog',
      why: 'captive-portal',
      host,
    })
    expect(await author.findPostsBySlugFamily(slug)).toEqual([])
  })

  it('a 502 may have been applied', async () => {
    const slug = freshSlug()
    proxy.answerNext({ method: 'POST' }, { status: 502, body: '<h1>Bad gateway</h1>', isApplied: true })
    const failure = await failureOf(author.createDraft({ slug, title: 'x' }))
    expect(failure).toEqual({ kind: 'unavailable', status: 502, retryAfterMs: null })
    expect(await author.findPostsBySlugFamily(slug)).toHaveLength(1)
  })

  it('a picture whose smaller sizes could not be made is finished by a second request', async () => {
    const code = `add_filter('wp_generate_attachment_metadata', function ($data) {
      if (str_contains($_SERVER['REQUEST_URI'], 'post-process')) return $data;
      status_header(500);
      exit('out of memory');
    });`
    await withPlugin(code, async () => {
      const stem = freshSlug()
      const media = await author.uploadMedia({
        bytes: new Uint8Array(PIXEL),
        fileName: `${stem}.gif`,
        mimeType: 'image/gif',
        alt: '',
      })
      expect(await author.findMediaBySlug(stem)).toEqual([media])
    })
  })

  it('a REST interface that a plugin has shut is named', async () => {
    const code = `add_filter('rest_authentication_errors', function () {
      return new WP_Error('rest_login_required', 'Closed.', ['status' => 401]);
    });`
    const host = new URL(proxy.url).host
    await withPlugin(code, async () => {
      const shut = { kind: 'not-the-blog', why: 'rest-disabled', host }
      expect(await failureOf(discoverBlog({ address: proxy.url, fetch }))).toEqual(shut)
      expect(await failureOf(author.describe())).toEqual(shut)
    })
  })

  it('a REST interface that is not there at all is named', async () => {
    const code = `remove_action('init', 'rest_api_init');
      remove_action('parse_request', 'rest_api_loaded');
      remove_action('template_redirect', 'rest_output_link_header', 11);
      remove_action('wp_head', 'rest_output_link_wp_head', 10);`
    const host = new URL(proxy.url).host
    await withPlugin(code, async () => {
      const failure = await failureOf(discoverBlog({ address: proxy.url, fetch }))
      expect(failure).toEqual({ kind: 'not-the-blog', why: 'rest-disabled', host })
    })
  })

  it('application passwords that are switched off are named, not taken for a wrong password', async () => {
    await withPlugin(`add_filter('wp_is_application_passwords_available', '__return_false');`, async () => {
      expect((await discoverBlog({ address: proxy.url, fetch })).approvalUrl).toBeNull()
      expect(await failureOf(author.whoAmI())).toMatchObject({ why: 'application-passwords-off' })
    })
  })

  it('any page of the blog leads to it, and an address of its admin pages too', async () => {
    for (const path of ['/2020/01/no-such-post/', '/wp-admin/edit.php', '/wp-login.php?action=lostpassword']) {
      expect((await discoverBlog({ address: proxy.url + path, fetch })).url).toBe(proxy.url)
    }
  })

  it('a password revoked on the blog is unauthorized, wherever it is used', async () => {
    const { id } = wordpress.users.author
    const draft = await author.createDraft({ slug: freshSlug(), title: 'Mine' })
    await wordpress.php(`WP_Application_Passwords::delete_all_application_passwords(${id});`)
    const calls = [
      author.whoAmI(),
      author.getPost(draft.remoteId),
      author.listPosts({ pageNumber: 1, modifiedAfter: null }),
      author.findPostsBySlugFamily(draft.slug),
      author.listComments({ pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: false }),
      author.updatePost(draft.remoteId, { title: 'x' }),
      author.trashPost(draft.remoteId),
      author.ensureTerm('tag', freshSlug()),
      author.uploadMedia({ bytes: new Uint8Array(PIXEL), fileName: 'a.gif', mimeType: 'image/gif', alt: '' }),
    ]
    const failures = await Promise.all(calls.map(failureOf))
    expect(failures).toEqual(calls.map(() => ({ kind: 'unauthorized' })))
  })
})
