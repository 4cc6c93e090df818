import { t } from '../../../../shared/words/t.ts'
import { documentToMarkup } from '../../../../shared/content/document-to-markup.ts'
import type { PostDocument, TextDirection } from '../../../../shared/content/document.ts'
import { escapeText } from '../../../../shared/content/escape-html.ts'
import { footnotesOf, withNotesBeside } from '../../../../shared/content/interchange/document-footnotes.ts'
import {
  htmlTree,
  withAutoDirection,
  writeHtmlTree,
  type HtmlTag,
  type HtmlTree,
} from '../../../../shared/content/interchange/html-tree.ts'
import { publishedHtml } from '../../../../shared/content/interchange/published-html.ts'
import { lookUp } from '../../../../shared/look-up.ts'

export interface LocalPictures {
  /** The picture on this laptop that stands at this address; null for one that is not here. */
  find(url: string): string | null
}

/** What loads or plays something: a box stands in its place. */
const PLAYERS: Record<string, () => string> = {
  iframe: () => t('Something from another site stands here. It needs a line.'),
  video: () => t('A video stands here.'),
  audio: () => t('A recording stands here.'),
  object: () => t('Something that needs a plug-in stands here.'),
  embed: () => t('Something that needs a plug-in stands here.'),
}

/**
 * The post as HTML for the preview and for paper: pictures from this laptop, links that lead nowhere, nothing that loads.
 * With a theme, whose pages run in `siteDirection`, its lines run as they will on the site, else each by its own letters.
 */
export function previewHtml(
  document: PostDocument,
  pictures: LocalPictures,
  siteDirection: TextDirection | null,
): string {
  const local = new Map<string, string>()
  const { markup } = documentToMarkup(withNotesBeside(document), {
    blogDirection: siteDirection ?? 'ltr',
    pictureFor(mediaId) {
      const url = `media/${mediaId}`
      local.set(url, mediaId)
      return { remoteId: 0, url }
    },
    keepsFootnotes: true,
  })
  const html = publishedHtml(markup, {
    footnotes: footnotesOf(document),
    placeholder: (blockName) => placeholder(t('The blog itself puts “{block}” here.', { block: spoken(blockName) })),
  })
  const find = (url: string): string | null => local.get(url) ?? pictures.find(url)
  const tree = inert(htmlTree(html), find)
  return writeHtmlTree(siteDirection === null ? withAutoDirection(tree) : tree)
}

const placeholder = (words: string): string => `<p class="attache-placeholder">${escapeText(words)}</p>`
const spoken = (blockName: string): string => blockName.replace(/^core\//, '').replaceAll(/[-_/]/g, ' ')

function inert(nodes: readonly HtmlTree[], find: (url: string) => string | null): HtmlTree[] {
  return nodes.map((node): HtmlTree => {
    if (typeof node === 'string') return node
    const words = lookUp(PLAYERS, node.name)
    if (words !== undefined) return box(words())
    const attributes = new Map(node.attributes)
    const style = attributes.get('style')
    attributes.delete('style')
    // Set again by script once it is in place: the window allows no style in HTML.
    if (style !== undefined) attributes.set('data-style', style)
    if (node.name === 'a') {
      const href = attributes.get('href')
      attributes.delete('href')
      attributes.delete('target')
      if (href !== undefined) attributes.set('title', href)
      attributes.set('class', `${attributes.get('class') ?? ''} attache-link`.trim())
    }
    if (node.name === 'img') {
      const mediaId = find(attributes.get('src') ?? '')
      if (mediaId === null) return box(missingWords(attributes.get('alt') ?? ''))
      attributes.set('src', `media/${mediaId}`)
      attributes.delete('srcset')
      attributes.delete('sizes')
      attributes.delete('loading')
    }
    return { ...node, attributes, children: inert(node.children, find) }
  })
}

const missingWords = (alt: string): string =>
  alt.trim() === ''
    ? t('A picture that is not on this laptop stands here.')
    : t('A picture that is not on this laptop: {alt}', { alt })

const box = (words: string): HtmlTag => ({
  name: 'span',
  attributes: new Map([['class', 'attache-placeholder']]),
  children: [words],
})
