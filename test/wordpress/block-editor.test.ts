import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentToMarkup } from '../../src/shared/content/document-to-markup.ts'
import { documentToText } from '../../src/shared/content/document-to-text.ts'
import type { PostDocument } from '../../src/shared/content/document.ts'
import { footnotesMeta } from '../../src/shared/content/footnotes-meta.ts'
import { documentOfPost } from '../../src/shared/content/interchange/document-footnotes.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { EVERY_BLOCK, everyBlock } from './every-block.ts'
import { openBlockEditor, type BlockEditor } from './open-in-block-editor.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

const NOTE = '6f6d1c7e-3f0a-4a43-8f15-0d2b1c5a7e11'

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

  test('footnotes of the desk are the editor’s own: it shows them, a person goes on writing in them, and they come back', async () => {
    const document: PostDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { dir: null, source: null },
          content: [
            { type: 'text', text: 'The treaty' },
            { type: 'footnoteReference', attrs: { id: NOTE } },
          ],
        },
        {
          type: 'footnotes',
          attrs: { meta: null, source: null },
          content: [
            {
              type: 'footnote',
              attrs: { id: NOTE },
              content: [
                { type: 'text', text: 'Signed in ' },
                { type: 'text', text: 'Huế', marks: [{ type: 'italic' }] },
              ],
            },
          ],
        },
      ],
    }
    const { markup } = documentToMarkup(document, {
      pictureFor: () => null,
      blogDirection: 'ltr',
      keepsFootnotes: true,
    })
    const postId = await postOf(markup)
    const meta = Buffer.from(footnotesMeta(document, { content: '', footnotes: '' })).toString('base64')
    await site.php(`update_post_meta(${postId}, 'footnotes', wp_slash(base64_decode('${meta}')));`)
    expect(await editor.judge(postId)).toEqual([
      { name: 'core/paragraph', isValid: true, issues: [] },
      { name: 'core/footnotes', isValid: true, issues: [] },
    ])
    expect(await editor.warnings()).toEqual([])
    expect((await editor.notes()).map((words) => words.replace('↩︎', '').trim())).toEqual(['Signed in Huế'])
    expect(await editor.serialized()).toBe(markup)
    await editor.writeBehindNote(', by both')
    await editor.keepPicture('block-editor-footnotes')
    const stored = await site.php(
      `$post = get_post(${postId}); echo json_encode([$post->post_content, get_post_meta(${postId}, 'footnotes', true)]);`,
    )
    const [content = '', footnotes = ''] = JSON.parse(stored) as string[]
    expect(content).toBe(markup)
    expect(documentToText(documentOfPost({ content, footnotes }))).toBe('The treaty\nSigned in Huế, by both')
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
