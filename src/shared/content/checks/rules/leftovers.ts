import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { noteIdOf } from '../../anchors/note-places.ts'
import { excerptOf, placeOf, quoted } from '../place.ts'

/** `<mark class="wp-note">` of WordPress 6.9 and later, and the id of a note on a whole block. */
const NOTE = /\bclass\s*=\s*["'][^"']*\bwp-note\b/iu
const SUGGESTION = /^<(ins|del)\b|\bdata-suggestion\b/iu

/** Why: a note is for the desk. WordPress hides it, newsletters and feeds may not. Source: WordPress 6.9, block notes. */
export const openNote: Check = {
  id: 'open-note',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      for (const { from, to, open } of block.kept) {
        const isSuggestion = SUGGESTION.test(open)
        if (!isSuggestion && !NOTE.test(open)) continue
        const words = excerptOf(block.text.slice(from, to))
        yield {
          sentence: isSuggestion
            ? t('The suggestion at “{words}” is not decided.', { words })
            : t('There is a note at “{words}”.', { words }),
          why: isSuggestion
            ? t('Both the old and the new words would be public.')
            : t('A note is meant for colleagues. Settle it before readers come.'),
          where: placeOf(block, from, to),
          fixes: [],
          about: `${open} ${quoted(words)}`,
        }
      }
    }
    for (const { path, attrs } of post.blocks) {
      const id = noteIdOf(attrs['kept'])
      if (id === null) continue
      yield {
        sentence: t('A block carries a note of a colleague.'),
        why: t('A note is meant for colleagues. Settle it before readers come.'),
        where: { in: 'block', path },
        fixes: [{ label: t('Show it'), change: { kind: 'go', where: { in: 'block', path } } }],
        about: `note ${id}`,
      }
    }
  },
}
