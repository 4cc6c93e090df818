import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Comment } from '../../src/shared/domain/comment.ts'
import type { PostSummary } from '../../src/shared/domain/post.ts'
import { openDesk } from '../support/open-desk.ts'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { describeOnWordpress } from '../wordpress/describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from '../wordpress/start-wordpress.ts'

const MARKDOWN = `---
tags: [delta]
---
# What the delta taught me

Three provinces, *two* boats.

## What I heard

- salt comes earlier
- seed costs more

هذا السؤال سمعته في كل قرية.

![A ferry at dawn](ferry.gif "The first ferry")
`

await describeOnWordpress('7.1', 'an author and an editor, each with a laptop, by the command line', () => {
  let site: RunningWordpress
  beforeAll(async () => {
    site = await startWordpress({ version: '7.1' })
  })
  afterAll(() => site.stop())

  test('write, review, publish, comment, answer: everything is on the site once', async () => {
    const folder = temporaryFolder()
    const { author: writer, editor: reviewer } = site.users
    const author = laptop(join(folder, 'author'), writer.applicationPassword)
    const editor = laptop(join(folder, 'editor'), reviewer.applicationPassword)
    await author.json('connect', site.url, '--user', writer.userName)
    await editor.json('connect', site.url, '--user', reviewer.userName)

    writeFileSync(join(folder, 'post.md'), MARKDOWN)
    writeFileSync(
      join(folder, 'ferry.gif'),
      Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'),
    )
    await author.json('post', 'new', '--file', join(folder, 'post.md'), '--review')
    await author.json('sync')

    await editor.json('sync')
    const [draft] = await editor.json<PostSummary[]>('posts')
    expect(draft).toMatchObject({ title: 'What the delta taught me', state: 'pending' })
    await editor.json('post', 'publish', draft?.id ?? '')
    const sent = await editor.json<{ sent: { receipt: { url: string; remoteStatus: string } }[] }>('sync')
    expect(sent.sent).toMatchObject([{ receipt: { remoteStatus: 'publish' } }])

    const page = await (await fetch(sent.sent[0]?.receipt.url ?? '')).text()
    expect(page).toContain('Three provinces, <em>two</em> boats.')
    expect(page).toMatch(/<p[^>]* dir="rtl"[^>]*>هذا السؤال/)
    const picture = /src="([^"]+picture-[^"]+\.gif)" alt="A ferry at dawn"/.exec(page)
    expect((await fetch(picture?.[1] ?? '')).headers.get('content-type')).toBe('image/gif')

    const postId = Number(await site.php(`echo get_posts(['title' => 'What the delta taught me'])[0]->ID;`))
    await commentAsVisitor(site.url, { postId, name: 'Lan', text: 'When is the next boat?' })
    await author.json('sync')
    const [comment] = await author.json<Comment[]>('comments', '--unanswered')
    expect(comment).toMatchObject({ authorName: 'Lan' })
    await author.json('reply', comment?.id ?? '', '--text', 'On Thursday, at six in the morning.')
    await author.json('sync')
    await author.json('sync')

    const found = await site.php(`
      $posts = get_posts(['post_status' => 'any', 'numberposts' => -1]);
      $replies = get_comments(['post_id' => ${postId}, 'user_id' => ${writer.id}]);
      $files = get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'numberposts' => -1]);
      echo json_encode([
        'posts' => array_map(fn($post) => [$post->post_title, $post->post_status], $posts),
        'replies' => array_map(fn($reply) => [$reply->comment_content, (int) $reply->comment_parent > 0], $replies),
        'pictures' => count($files),
      ]);`)
    expect(JSON.parse(found)).toEqual({
      posts: [['What the delta taught me', 'publish']],
      replies: [['On Thursday, at six in the morning.', true]],
      pictures: 1,
    })
  })

  test('a wrong password is a sentence, exit code 1, and nothing is stored', async () => {
    const wrong = laptop(join(temporaryFolder(), 'wrong'), 'abcd efgh ijkl mnop qrst uvwx')
    const { code, stderr } = await wrong.run(['connect', site.url, '--user', site.users.author.userName])
    expect(code).toBe(1)
    expect(stderr).toContain('did not accept the user name and application password')
    expect(await wrong.run(['posts'])).toMatchObject({
      code: 2,
      stderr: 'No blog is connected. Run: attache connect\n',
    })
  })

  test('a desk that another program has open is a sentence', async () => {
    const profile = join(temporaryFolder(), 'busy')
    mkdirSync(profile)
    const window = openDesk(profile)
    const { code, stderr } = await laptop(profile, '').run(['posts'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('already open') })
    await window.close()
  })
})
