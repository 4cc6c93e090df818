import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { around, excerptOf, placeOf, replacing } from '../place.ts'
import { isInCode, languageAt, primaryLanguage, type TextBlock } from '../readable-post.ts'

/** Why: a browser shows one space, a mail or a feed shows both. Source: HTML, white space processing (CSS Text 3, 4.1). */
export const doubledSpace: Check = {
  id: 'doubled-space',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (block.isVerbatim) continue
      for (const { index, 0: spaces } of block.text.matchAll(/(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/gu)) {
        if (isInCode(block, index)) continue
        const to = index + spaces.length
        yield {
          sentence: t('There are {count, number} spaces after “{word}”.', {
            count: spaces.length,
            word: excerptOf(wordBefore(block, index)),
          }),
          why: t('The blog shows one of them; newsletters and feeds show them all.'),
          where: placeOf(block, index, to),
          fixes: [
            replacing(
              block,
              index,
              to,
              spaces.includes('\u00a0') ? '\u00a0' : ' ',
              t('Leave one', {}, 'of two spaces'),
            ),
          ],
          about: around(block, index, to),
        }
      }
      yield null
    }
  },
}

/** Languages in which a sign of punctuation is followed by a space, and no letter is written without one. */
const SPACED = new Set(['', 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'vi', 'pl', 'cs', 'sv', 'da', 'nb', 'id', 'ms'])
/** After a full stop only a capital: `3.5`, `blog.example.org` and `e.g.` are right as they stand. */
const MISSING = /(?<=[\p{Ll}\p{M})\]”»])(?:([,;!?])(?=\p{L})|(\.)(?=\p{Lu}\p{Ll}))/gu
const ADDRESS = /\S*(?:[/@]|www\.|\.(?:com|org|net|gov|int|html?|php|pdf))\S*/iu

/** Why: the next word is read as part of this one, by people, voices and search alike. Source: product rule; LanguageTool rule SENTENCE_WHITESPACE. */
export const missingSpace: Check = {
  id: 'missing-space',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (block.isVerbatim) continue
      for (const { index, 0: sign } of block.text.matchAll(MISSING)) {
        if (isInCode(block, index) || !SPACED.has(primaryLanguage(languageAt(block, index)))) continue
        const word = wordAround(block, index)
        if (ADDRESS.test(word)) continue
        yield {
          sentence: t('After “{word}” a space is missing.', { word: excerptOf(word.slice(0, 1 + word.indexOf(sign))) }),
          why: t('The next word is read as a part of this one, by voices and by search as well.'),
          where: placeOf(block, index, index + 1),
          fixes: [replacing(block, index, index + 1, `${sign} `, t('Insert the space'))],
          about: around(block, index, index + 1),
        }
      }
      yield null
    }
  },
}

const NARROW = '\u202f'
const NO_BREAK = '\u00a0'
/** A high sign with no space or a breaking one before it, and guillemets without their inner space. */
const FRENCH = /(?<=[\p{L}\p{N}\p{M})\]”»%€])( ?)([;!?:»])(?![\p{L}\p{N}/;!?:])|(«)( ?)(?=[\p{L}\p{N}])/gu

/**
 * Why: a sign at the beginning of a line, or stuck to its word, looks wrong to every French reader. Source: Lexique des règles
 * typographiques en usage à l’Imprimerie nationale: a no-break space before `:` and inside guillemets, a narrow one before
 * `;`, `!` and `?`. In Canada and Switzerland the narrow ones may be left out.
 */
export const frenchSpacing: Check = {
  id: 'french-spacing',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      if (block.isVerbatim) continue
      for (const match of block.text.matchAll(FRENCH)) {
        const { index } = match
        const language = languageAt(block, index).toLowerCase()
        if (primaryLanguage(language) !== 'fr' || isInCode(block, index)) continue
        const [all, space = '', sign = '', opening] = match
        if (space === '' && ';!?'.includes(sign) && sign !== '' && /^fr-(?:ca|ch)/u.test(language)) continue
        const wanted = opening !== undefined ? `«${NO_BREAK}` : `${';!?'.includes(sign) ? NARROW : NO_BREAK}${sign}`
        const to = index + all.length
        yield {
          sentence:
            opening === undefined
              ? t('Before “{sign}” a no-break space is missing after “{word}”.', {
                  sign: excerptOf(sign),
                  word: excerptOf(wordBefore(block, index)),
                })
              : t('After “«” a no-break space is missing.'),
          why: t('In French the sign keeps a little space, and never begins a line alone.'),
          where: placeOf(block, index, to),
          fixes: [replacing(block, index, to, wanted, t('Insert the space'))],
          about: around(block, index, to),
        }
      }
      yield null
    }
  },
}

const wordBefore = (block: TextBlock, index: number): string =>
  block.text
    .slice(Math.max(0, index - 40), index)
    .trim()
    .split(/\s+/u)
    .at(-1) ?? ''

const wordAround = (block: TextBlock, index: number): string =>
  `${
    block.text
      .slice(Math.max(0, index - 60), index)
      .split(/\s/u)
      .at(-1) ?? ''
  }${block.text.slice(index, index + 60).split(/\s/u)[0] ?? ''}`
