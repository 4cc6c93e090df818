import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { around, excerptOf, placeOf, replacing } from '../place.ts'
import { isInCode, languageAt, primaryLanguage } from '../readable-post.ts'
import { lookUp } from '../../../look-up.ts'

const DOUBLE = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}'’]*)(\s+)\1(?![\p{L}\p{M}\p{N}'’-])/giu
/** Words that stand twice in good sentences. */
const MAY_STAND_TWICE: Record<string, ReadonlySet<string>> = {
  en: new Set(['had', 'that', 'is', 'bye', 'ha', 'no', 'very', 'never', 'so', 'do', 'knock', 'tut', 'aye']),
  fr: new Set(['vous', 'nous', 'non', 'si', 'très', 'faire', 'en', 'oui', 'ah']),
  de: new Set(['die', 'der', 'das', 'sie']),
}
/** Languages that make words by saying one twice, such as Vietnamese `xanh xanh`. */
const REDUPLICATES = new Set(['vi', 'id', 'ms', 'tl', 'km', 'th', 'lo', 'zh', 'ja', 'tr', 'hi', 'ur', 'bn', 'sw'])

/** Why: the eye runs over it at the end of a line, the reader stumbles. Source: every proof-reader; LanguageTool rule WORD_REPEAT. */
export const doubledWord: Check = {
  id: 'doubled-word',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (block.isVerbatim) continue
      for (const match of block.text.matchAll(DOUBLE)) {
        const [all, word = '', gap = ''] = match
        const language = primaryLanguage(languageAt(block, match.index))
        if (REDUPLICATES.has(language) || isInCode(block, match.index)) continue
        if (lookUp(MAY_STAND_TWICE, language === '' ? 'en' : language)?.has(word.toLowerCase())) continue
        // A line break between the two is a list or a verse, and names are said twice: New York, York.
        if (gap.includes('\n') || /^\p{Lu}/u.test(all.slice(word.length + gap.length))) continue
        const to = match.index + all.length
        yield {
          sentence: t('The word “{word}” stands twice.', { word: excerptOf(word) }),
          why: t('One of the two is most often left over from a change.'),
          where: placeOf(block, match.index, to),
          fixes: [replacing(block, match.index + word.length, to, '', t('Take one out'))],
          about: around(block, match.index, to),
        }
      }
      yield null
    }
  },
}
