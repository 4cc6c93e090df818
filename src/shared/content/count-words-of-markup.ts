import { countWords, countWordsIn } from './count-words.ts'
import { documentOfPost } from './interchange/document-footnotes.ts'
import type { TextWithNotes } from './footnotes-meta.ts'

/** Blocks that a document shows every word of, and no word more. */
const SHOWN_AS_THEY_ARE = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'separator', 'image'])
const BLOCK = /<!--\s+wp:([a-z0-9/-]+)/g
/** A shortcode, an address that is embedded: in a classic text they are no words. */
const MAY_BE_NO_WORDS = /[[\]]|:\/\//

/**
 * As many words as `countWords` finds in the document that the blog's text opens as; broken markup, or inline tags that the desk keeps as they
 * are, may make it one or two of a difference. `text`: the content by `htmlToText`, from which they are counted where it says the same,
 * without opening the document: thousands come down at once.
 */
export function countWordsOfMarkup(post: TextWithNotes, text: string, language: string): number {
  const isSame =
    // The number of a note is no word, and its words stand beside the text.
    !post.content.includes('data-fn') &&
    (post.footnotes ?? '') === '' &&
    !MAY_BE_NO_WORDS.test(text) &&
    [...post.content.matchAll(BLOCK)].every(([, name]) => SHOWN_AS_THEY_ARE.has(name ?? ''))
  return isSame ? countWordsIn(text, language) : countWords(documentOfPost(post), language)
}
