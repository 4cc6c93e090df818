import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { excerptOf } from '../place.ts'
import type { ReadablePost, TextBlock } from '../readable-post.ts'

/** Why: many readers of a screen reader go from heading to heading. Source: WCAG 2.2, 1.3.1; technique G141. */
export const headingJump: Check = {
  id: 'heading-jump',
  fine: () => t('Headings go down one step at a time'),
  isAbout: (post) => headingsIn(post).length > 1,
  *look(post) {
    // The title is the page's own first level.
    let before = 1
    for (const heading of headingsIn(post)) {
      const level = levelOf(heading)
      if (level > before + 1 && level > 1) {
        const { path, text } = heading
        yield {
          sentence: t('The heading “{heading}” is on level {level, number}, right after level {before, number}.', {
            heading: excerptOf(text),
            level,
            before,
          }),
          why: t('Readers who go from heading to heading think that they missed one.'),
          where: { in: 'text', path, from: 0, to: text.length },
          fixes: [
            {
              label: t('Make it level {level, number}', { level: before + 1 }),
              change: { kind: 'set-attributes', path, attrs: { level: before + 1 } },
            },
          ],
          about: `${level} ${text}`,
        }
      }
      before = Math.max(level, 1)
    }
  },
}

/** Why: a page has one main heading, and on a blog the theme makes it of the title. Source: HTML Living Standard, 4.3.11, headings and outlines. */
export const headingLikeTitle: Check = {
  id: 'heading-like-title',
  fine: null,
  *look(post) {
    for (const { path, text, attrs } of headingsIn(post)) {
      if (attrs['level'] !== 1) continue
      yield {
        sentence: t('The heading “{heading}” is on the level of the title.', { heading: excerptOf(text) }),
        why: t(
          'The blog makes the first level of the title. A second one tells readers, and search engines, that another text begins.',
        ),
        where: { in: 'text', path, from: 0, to: text.length },
        fixes: [
          {
            label: t('Make it level {level, number}', { level: 2 }),
            change: { kind: 'set-attributes', path, attrs: { level: 2 } },
          },
        ],
        about: text,
      }
    }
  },
}

/** Why: it is announced, and nothing follows. Source: WCAG 2.2, 2.4.6; axe rule empty-heading. */
export const headingEmpty: Check = {
  id: 'heading-empty',
  fine: null,
  *look(post) {
    for (const { path, text } of headingsIn(post)) {
      if (text.trim() !== '') continue
      yield {
        sentence: t('A heading is empty.'),
        why: t('A screen reader announces it and then says nothing.'),
        where: { in: 'text', path, from: 0, to: text.length },
        fixes: [{ label: t('Remove it'), change: { kind: 'remove-block', path } }],
        about: 'empty',
      }
    }
  },
}

/** Why: capitals are slower to read, and some screen readers spell them. Source: GOV.UK style guide, "capitalisation". */
export const headingInCapitals: Check = {
  id: 'heading-in-capitals',
  fine: null,
  *look(post) {
    for (const { path, text, type, holder } of post.texts) {
      if (type !== 'title' && type !== 'heading') continue
      const words = text.match(/\p{L}{2,}/gu) ?? []
      // One word may be an abbreviation.
      if (words.length < 2 || words.some((word) => word !== word.toUpperCase() || word === word.toLowerCase())) continue
      yield {
        sentence:
          holder === 'title'
            ? t('The title “{title}” is all capitals.', { title: excerptOf(text) })
            : t('The heading “{heading}” is all capitals.', { heading: excerptOf(text) }),
        why: t('Capitals are slower to read and sound like shouting; some screen readers spell them letter by letter.'),
        where: holder === 'title' ? { in: 'title' } : { in: 'text', path, from: 0, to: text.length },
        fixes: [],
        about: text,
      }
    }
  },
}

const headingsIn = (post: ReadablePost): TextBlock[] => post.texts.filter(({ type }) => type === 'heading')
const levelOf = ({ attrs }: TextBlock): number => (typeof attrs['level'] === 'number' ? attrs['level'] : 2)
