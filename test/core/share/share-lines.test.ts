import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../../src/main/core/store/migrate.ts'
import { migrations } from '../../../src/main/core/store/migrations/index.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import type { RemotePostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, write } from '../../support/desk-on-practice-blog.ts'
import { linesOf, share, SHARED, shareLine } from './sharing.ts'

async function withPost() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'The ferry')
  await share(on.desk, postId, SHARED)
  const versions = () => on.desk.query('posts', 'history', { postId })
  const publish = async () => {
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
  }
  return { ...on, postId, versions, publish, lines: () => linesOf(on.desk, postId) }
}

describe('the share lines of a post', () => {
  test('are kept in their order, and outlast a restart', async () => {
    const on = await withPost()
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.close()
    const again = on.openOther(on.profileFolder)
    expect(await linesOf(again, on.postId)).toEqual(SHARED)
    await again.close()
  })

  test('stay as they are when a window says nothing of them', async () => {
    const on = await withPost()
    await write(on.desk, on.postId, { title: 'The old ferry' })
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.close()
  })

  test('are in every version: one letter is a version, the same again is none, and an older one comes back whole', async () => {
    const on = await withPost()
    const before = await on.versions()
    await share(on.desk, on.postId, SHARED)
    expect(await on.versions()).toHaveLength(before.length)
    await share(on.desk, on.postId, [])
    const [gone, withThem] = await on.versions()
    expect(await on.versions()).toHaveLength(before.length + 1)
    const changes = await on.desk.query('history', 'changes', {
      postId: on.postId,
      snapshotIds: [gone?.id ?? ''],
    })
    expect(changes).toMatchObject([{ removed: expect.any(Number) as number }])
    await on.desk.mutate('posts', 'restore', { postId: on.postId, snapshotId: withThem?.id ?? '' })
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.close()
  })

  test('of a version that is older than share lines are none', async () => {
    const on = await withPost()
    const [version] = await on.versions()
    await on.desk.close()
    const database = new Database(profileIn(on.profileFolder).databasePath)
    database.exec("UPDATE snapshots SET words = json_remove(words, '$.shareLines')")
    database.close()
    const again = on.openOther(on.profileFolder)
    const id = version?.id ?? ('' as never)
    const { words } = await again.query('history', 'version', { postId: on.postId, snapshotId: id })
    expect(words.shareLines).toEqual([])
    await again.close()
  })

  test('never leave this desk, and a published post with new ones is still as the blog has it', async () => {
    const on = await withPost()
    await on.publish()
    const [before] = await on.desk.query('posts', 'list', { blogId: on.blogId })
    const written = on.line.seen.length
    await share(on.desk, on.postId, [...SHARED, shareLine('3', 'One more.')])
    const [after] = await on.desk.query('posts', 'list', { blogId: on.blogId })
    expect([before?.state, after?.state]).toEqual(['published', 'published'])
    await on.syncUntilQuiet()
    expect(on.line.seen.slice(written).filter(({ isWrite }) => isWrite)).toEqual([])
    expect(JSON.stringify(await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null }))).not.toMatch(
      /Zing|seen the ferry wait/,
    )
    expect(await on.lines()).toHaveLength(3)
    await on.desk.close()
  })

  test('stay when a colleague changes the post on the blog, and when it is gone from there and kept as a new one', async () => {
    const on = await withPost()
    await on.publish()
    const { remoteId } = await on.desk.query('posts', 'get', { postId: on.postId })
    const id = remoteId ?? (0 as RemotePostId)
    await on.as('administrator').updatePost(id, { title: 'The ferry of Can Tho' })
    await on.syncUntilQuiet()
    expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({
      title: 'The ferry of Can Tho',
      shareLines: SHARED,
    })
    await on.rest('DELETE', `posts/${id}?force=true`)
    on.clock.advance(3 * 24 * 3_600_000)
    await on.syncUntilQuiet()
    await on.desk.mutate('posts', 'keepAsNew', { postId: on.postId })
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.close()
  })

  test('go into the trash with the post, come back with it, and go for good with it', async () => {
    const on = await withPost()
    const of = { postId: on.postId }
    await on.desk.mutate('posts', 'setTrashed', { ...of, isTrashed: true })
    await on.desk.mutate('posts', 'setTrashed', { ...of, isTrashed: false })
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.mutate('posts', 'setTrashed', { ...of, isTrashed: true })
    await on.desk.mutate('trash', 'deleteNow', of)
    await on.desk.close()
    const database = new Database(profileIn(on.profileFolder).databasePath, { readonly: true })
    expect(database.prepare('SELECT count(*) FROM share_lines').pluck().get()).toBe(0)
    database.close()
  })

  test('two of one name, and text beyond any measure, are refused at the border', async () => {
    const on = await withPost()
    const refused = expect.objectContaining({ data: expect.objectContaining({ kind: 'invalid-input' }) as object })
    await expect(share(on.desk, on.postId, [shareLine('1', 'a'), shareLine('1', 'b')])).rejects.toEqual(refused)
    await expect(share(on.desk, on.postId, [shareLine('1', 'a'.repeat(100_001))])).rejects.toEqual(refused)
    expect(await on.lines()).toEqual(SHARED)
    await on.desk.close()
  })
})

test('the migration leaves the posts that were there without any', () => {
  const database = new Database(':memory:')
  const at = migrations.findIndex((sql) => sql.includes('CREATE TABLE share_lines'))
  migrate(database, migrations.slice(0, at))
  database.exec(`
    INSERT INTO blogs (id, kind, name, url, rest_root, user_name, remote_user_id, display_name, roles, rights, time_zone, gmt_offset_hours, is_signed_in)
    VALUES ('b', 'wordpress', 'n', 'u', 'r', 'me', 1, 'Me', '[]', '{}', 'UTC', 0, 1);
    INSERT INTO posts (id, blog_id, remote_id, language, direction, author_name, title, excerpt_line, word_count, edited_at, caret)
    VALUES ('p', 'b', 7, '', 'ltr', 'Me', 'Title', '', 0, 'e', NULL);`)
  migrate(database, migrations)
  expect(database.prepare('SELECT count(*) FROM share_lines').pluck().get()).toBe(0)
  database.exec(`INSERT INTO share_lines VALUES ('p', 0, '1', 'platform', 'x', '', NULL, '', 'Text')`)
  database.exec("DELETE FROM posts WHERE id = 'p'")
  expect(database.prepare('SELECT count(*) FROM share_lines').pluck().get()).toBe(0)
})
