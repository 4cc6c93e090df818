import { markupToMarkdown } from '../../../shared/content/interchange/markup-to-markdown.ts'
import { htmlPage } from '../../../shared/content/interchange/html-page.ts'
import {
  htmlTree,
  withAutoDirection,
  writeHtmlTree,
  type HtmlTree,
} from '../../../shared/content/interchange/html-tree.ts'
import { safeHtml } from '../../../shared/content/interchange/safe-html.ts'
import type { ExportForm } from '../../../shared/domain/interchange.ts'
import type { ExportablePost } from './exportable-post.ts'
import { fileNameOf } from '../../../shared/content/interchange/file-name.ts'
import { htmlToWord } from './html-to-word.ts'
import { writeZip } from './write-zip.ts'
import { t } from '../../../shared/words/t.ts'

export interface ExportedFile {
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

/** The post as one file: Markdown with pictures as a zip of the text and its pictures, the others with pictures inside. */
export async function exportPost(exported: ExportablePost, to: ExportForm): Promise<ExportedFile> {
  const title = exported.post.title.trim() === '' ? t('Untitled') : exported.post.title
  switch (to) {
    case 'markdown': {
      const [text, ...pictures] = markdownFiles(exported)
      if (pictures.length === 0)
        return {
          fileName: fileNameOf(title, 'md', exported.day),
          mimeType: 'text/markdown; charset=utf-8',
          bytes: text.bytes,
        }
      return {
        fileName: fileNameOf(title, 'zip', exported.day),
        mimeType: 'application/zip',
        bytes: writeZip([text, ...pictures]),
      }
    }
    case 'html':
      return {
        fileName: fileNameOf(title, 'html', exported.day),
        mimeType: 'text/html; charset=utf-8',
        bytes: Buffer.from(pageOf(exported, title), 'utf8'),
      }
    case 'word': {
      const { post, byline, html, footnotes, pictures } = exported
      const { language, direction } = post
      return {
        fileName: fileNameOf(title, 'docx', exported.day),
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: await htmlToWord({ title, byline, language, direction, html, footnotes, pictures }),
      }
    }
  }
}

/** The text, then its pictures, which lie in a folder beside it. */
function markdownFiles({ post, markup, footnotes, categories, pictures }: ExportablePost) {
  const title = post.title.trim() === '' ? t('Untitled') : post.title
  const addressOf = (src: string): string => {
    const picture = pictures.get(src)
    return picture ? `pictures/${picture.fileName}` : src
  }
  const { excerpt, language, direction, tags } = post
  const fields = { title, excerpt, language, direction, categories, tags }
  const text = markupToMarkdown(markup, footnotes, fields, addressOf)
  return [
    { name: fileNameOf(title, 'md'), bytes: new Uint8Array(Buffer.from(text, 'utf8')) },
    ...[...pictures.values()].map(({ fileName, bytes }) => ({ name: `pictures/${fileName}`, bytes })),
  ] as const satisfies [{ name: string; bytes: Uint8Array }, ...{ name: string; bytes: Uint8Array }[]]
}

function pageOf({ post, html, pictures, byline }: ExportablePost, title: string): string {
  const inlined = (nodes: readonly HtmlTree[]): HtmlTree[] =>
    nodes.map((node) => {
      if (typeof node === 'string') return node
      const attributes = new Map(node.attributes)
      const picture = pictures.get(attributes.get('src') ?? '')
      // Other sizes would be fetched from the blog.
      if (node.name === 'img') attributes.delete('srcset')
      if (node.name === 'img' && picture)
        attributes.set('src', `data:${picture.mimeType};base64,${Buffer.from(picture.bytes).toString('base64')}`)
      return { ...node, attributes, children: inlined(node.children) }
    })
  const { language, direction, excerpt } = post
  return htmlPage(writeHtmlTree(withAutoDirection(inlined(safeHtml(htmlTree(html))))), {
    title,
    language,
    direction,
    byline,
    excerpt,
  })
}
