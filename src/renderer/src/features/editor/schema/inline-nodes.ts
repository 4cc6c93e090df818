import { Mark, Node } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import { carried } from './block-node.ts'
import { CARRIER_TAG, fromCarrier, toCarrier } from './own-clipboard.ts'

const tagOf = (open: string): string => /^<([a-z][\w:-]*)/i.exec(open)?.[1]?.toLowerCase() ?? ''
const isNote = (open: string): boolean => /\bclass\s*=\s*["'][^"']*\bwp-note\b/.test(open)

/**
 * An inline element that the desk does not model, known by its start tag: its words are edited as any others and the tag
 * stays around them. Several nest. A reviewer's note is one of them, and says so.
 */
export const KeptMark = Mark.create({
  name: 'kept',
  priority: 1100,
  inclusive: false,
  excludes: '',
  addAttributes: () => carried({ open: '' }),
  parseHTML: () => [{ tag: `span${CARRIER_TAG}`, priority: 60, getAttrs: (dom) => fromCarrier(dom, 'kept') }],
  renderHTML({ mark }) {
    const open = String(mark.attrs['open'])
    const look = isNote(open)
      ? { class: 'kept-mark is-note', title: t('A note of a reviewer on the blog hangs on these words.') }
      : { class: 'kept-mark', 'data-tag': tagOf(open), title: t('Kept as on the blog: {tag}', { tag: open }) }
    return ['span', { ...toCarrier('kept', mark.attrs), ...look }, 0]
  },
})

/** Something in a line that is no text: a comment, an inline picture, an empty element. Shown by a word, kept verbatim. */
export const KeptInlineNode = Node.create({
  name: 'keptInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => carried({ source: '' }),
  parseHTML: () => [{ tag: `span${CARRIER_TAG}`, priority: 60, getAttrs: (dom) => fromCarrier(dom, 'keptInline') }],
  renderHTML({ node }) {
    const source = String(node.attrs['source'])
    return [
      'span',
      { ...toCarrier('keptInline', node.attrs), class: 'kept-inline', title: source.slice(0, 300) },
      wordFor(source),
    ]
  },
  renderText: () => '',
})

function wordFor(source: string): string {
  if (source.startsWith('<!--')) return t('comment', {}, 'in the markup of a line')
  const tag = tagOf(source)
  return tag === 'img' ? t('picture in the line') : tag === '' ? t('kept', {}, 'something in a line') : tag
}

/** A passage in another language than the block around it. */
export const LanguageMark = Mark.create({
  name: 'language',
  priority: 900,
  addAttributes() {
    return {
      lang: { default: '', parseHTML: (dom) => dom.getAttribute('lang') ?? '' },
      dir: {
        default: null,
        parseHTML: (dom) => (dom.dir === 'ltr' || dom.dir === 'rtl' ? dom.dir : null),
        renderHTML: ({ dir }) => (dir === null ? {} : { dir: String(dir) }),
      },
      tag: { default: 'span', parseHTML: (dom) => (dom.localName === 'bdo' ? 'bdo' : 'span'), rendered: false },
    }
  },
  // Not any `span[lang]`: office programs put one around every word.
  parseHTML: () => [{ tag: 'span.passage[lang]' }, { tag: 'bdo[lang]' }],
  renderHTML: ({ mark, HTMLAttributes }) => [
    mark.attrs['tag'] === 'bdo' ? 'bdo' : 'span',
    { ...HTMLAttributes, class: 'passage' },
    0,
  ],
})

/** Raised and lowered signs leave each other alone here: text of a blog may be both. The commands take the other away. */
const shifted = (name: 'superscript' | 'subscript', tag: 'sup' | 'sub', priority: number) =>
  Mark.create({
    name,
    priority,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

export const Superscript = shifted('superscript', 'sup', 98)
export const Subscript = shifted('subscript', 'sub', 97)
