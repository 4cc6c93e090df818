import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentToMarkup } from '../../src/shared/content/document-to-markup.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { EVERY_BLOCK, everyBlock } from './every-block.ts'
import { openBlockEditor, type BlockEditor } from './open-in-block-editor.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

/** WordPress's own editor is the judge of what the desk writes: it must know every block again. */
await describeOnWordpress('7.1', 'what the desk writes in the block editor of WordPress 7.1', () => {
  let site: RunningWordpress
  let editor: BlockEditor
  beforeAll(async () => {
    site = await startWordpress({ version: '7.1' })
    editor = await openBlockEditor(site, 'administrator')
  })
  afterAll(async () => {
    await editor.close()
    await site.stop()
  })

  const postOf = async (markup: string): Promise<number> =>
    Number(
      await site.php(
        `wp_set_current_user(1); echo wp_insert_post(wp_slash(['post_title' => 'Judged', 'post_content' => base64_decode('${Buffer.from(markup).toString('base64')}')]));`,
      ),
    )

  test('each block that the desk writes opens without a notice, under its own name', async () => {
    const { markup } = documentToMarkup(everyBlock, { pictureFor: () => null, blogDirection: 'ltr' })
    const judged = await editor.judge(await postOf(markup))
    expect(judged.filter(({ isValid }) => !isValid)).toEqual([])
    expect(await editor.warnings()).toEqual([])
    const names = judged.map(({ name }) => name)
    expect(EVERY_BLOCK.filter(([name]) => !names.includes(name)).map(([name]) => name)).toEqual([])
    expect(names).not.toContain('core/missing')
    expect(names).not.toContain('core/freeform')
    await editor.keepPicture('block-editor-every-block')
  })

  test('the editor saves each of them as the desk wrote it', async () => {
    const { markup } = documentToMarkup(everyBlock, { pictureFor: () => null, blogDirection: 'ltr' })
    await editor.judge(await postOf(markup))
    // Stated for the sake of older versions, to which the lack of it means the other layout; 7.1 leaves its default unsaid.
    const unsaid = markup
      .replaceAll('<!-- wp:table {"hasFixedLayout":true} -->', '<!-- wp:table -->')
      // 7.1 repeats an item's anchor in its comment; older versions read it from the item alone.
      .replaceAll(/<!-- wp:list-item -->\n<li id="([^"]+)">/g, '<!-- wp:list-item {"anchor":"$1"} -->\n<li id="$1">')
    expect(await editor.serialized()).toBe(unsaid)
  })
})
