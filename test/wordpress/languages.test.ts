import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostId, RemotePostId } from '../../src/shared/domain/ids.ts'
import { newPost, paragraph, write } from '../support/desk-on-practice-blog.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { deskOnWordpress, type DeskOnWordpress } from './desk-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

/** Held against the documented form of Polylang Pro's fields (site/languages.php), because the plugin itself cannot be had. */
await describeOnWordpress('7.1', 'posts in several languages on WordPress 7.1', () => {
  let site: RunningWordpress
  let on: DeskOnWordpress
  beforeAll(async () => {
    site = await startWordpress({ version: '7.1' })
    await cp(join(import.meta.dirname, 'site/languages.php'), join(site.pluginFolder, 'languages.php'))
    await site.php("wp_insert_post(['post_title' => 'Of old', 'post_content' => 'x', 'post_status' => 'publish']);")
    on = await deskOnWordpress(site, 'editor')
  })
  afterAll(async () => {
    await on.desk.close()
    await site.stop()
  })

  const groupOf = async (id: number) =>
    JSON.parse(await site.php(`echo json_encode([spoken_code(${id}), spoken_group(${id})]);`)) as unknown
  const remoteIdOf = async (postId: PostId) =>
    (await on.desk.query('posts', 'get', { postId })).remoteId as RemotePostId
  async function send(postId: PostId): Promise<number> {
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.sync()
    return remoteIdOf(postId)
  }

  test('the second of two languages is linked with the first, and what is linked there is offered here', async () => {
    const englishId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('It leaves at six.'))
    await write(on.desk, englishId, { language: 'en' })
    const en = await send(englishId)
    const frenchId = await on.desk.mutate('pairs', 'begin', { postId: englishId, language: 'fr' })
    await write(on.desk, frenchId, { title: 'Le bac', blocks: [paragraph('Il part à six heures.')] })
    const fr = await send(frenchId)
    expect(await groupOf(en)).toEqual(['en', { en, fr }])
    expect(await groupOf(fr)).toEqual(['fr', { en, fr }])
    expect((await on.desk.query('pairs', 'find', { postId: frenchId })).onBlog).toEqual({ state: 'linked' })

    const ar = Number(
      await site.php(`
        $id = wp_insert_post(['post_title' => 'العبّارة', 'post_content' => 'x', 'post_status' => 'publish']);
        update_post_meta($id, '_spoken_code', 'ar');
        spoken_put([${en}, ${fr}, $id]);
        echo $id;`),
    )
    await on.sync()
    const posts = await on.desk.query('posts', 'list', { blogId: on.blogId })
    const arabicId = posts.find(({ title }) => title === 'العبّارة')?.id as PostId
    expect(await remoteIdOf(arabicId)).toBe(ar)
    expect((await on.desk.query('pairs', 'find', { postId: arabicId })).saidByBlog).toMatchObject({
      sourceId: englishId,
      translationId: arabicId,
    })
    await write(on.desk, frenchId, { blocks: [paragraph('Il part à sept heures.')] })
    await send(frenchId)
    expect(await groupOf(ar)).toEqual(['ar', { en, fr, ar }])
  })
})
