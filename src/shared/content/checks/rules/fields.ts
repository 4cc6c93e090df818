import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { countWords } from '../../count-words.ts'
import { quoted } from '../place.ts'
import type { PostDocument } from '../../document.ts'

/** Why: a post without a title has no name anywhere. Source: WCAG 2.2, 2.4.2 Page titled (level A). */
export const titleEmpty: Check = {
  id: 'title-empty',
  fine: null,
  *look({ title }) {
    if (title.trim() !== '') return
    yield {
      sentence: t('It has no title yet.'),
      why: t('Lists, search engines, feeds and the browser’s tab show the title and little else.'),
      where: { in: 'title' },
      fixes: [{ label: t('Write the title'), change: { kind: 'go', where: { in: 'title' } } }],
      about: 'title',
    }
  },
}

/** WordPress cuts the excerpt it makes itself at 55 words (`excerpt_length`); themes are built for that much. */
const LONGEST_EXCERPT = 55

/** Why: lists cut it, or break their layout. Source: WordPress, `wp_trim_excerpt`. */
export const excerptTooLong: Check = {
  id: 'excerpt-too-long',
  fine: null,
  *look({ excerpt, language }) {
    const count = countWords(paragraphOf(excerpt), language)
    if (count <= LONGEST_EXCERPT) return
    yield {
      sentence: t('The excerpt has {count, number} words; lists are made for {longest, number}.', {
        count,
        longest: LONGEST_EXCERPT,
      }),
      why: t('It stands under the title in lists, in feeds and in search results, which cut it where it is too long.'),
      where: { in: 'excerpt' },
      fixes: [{ label: t('Shorten it'), change: { kind: 'go', where: { in: 'excerpt' } } }],
      about: excerpt.slice(0, 80),
    }
  },
}

/** Why: voices, hyphens, fonts and translation go by it. Source: WCAG 2.2, 3.1.1 Language of page (level A). */
export const languageNotSet: Check = {
  id: 'language-not-set',
  fine: () => t('The language is set'),
  *look({ language, title }) {
    if (language !== '') return
    yield {
      sentence: t('No language is chosen.'),
      why: t(
        'A screen reader takes its voice from it, the browser its font and its offer to translate, and the checks of the words their rules.',
      ),
      where: { in: 'language' },
      fixes: [{ label: t('Choose it'), change: { kind: 'go', where: { in: 'language' } } }],
      about: quoted(title),
    }
  },
}

const paragraphOf = (text: string): PostDocument => ({
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { dir: null, source: null }, content: text === '' ? [] : [{ type: 'text', text }] },
  ],
})
