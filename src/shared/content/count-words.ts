import type { PostDocument } from './document.ts'
import { documentToText } from './document-to-text.ts'

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Join_Control}'’_-]|[.,:/@&](?=[\p{L}\p{N}]))*/gu
/** Scripts that do not put white space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Words as a person counts them; `language` (BCP 47, '' when unknown) helps where a script does not part its words. */
export const countWords = (document: PostDocument, language: string): number =>
  countWordsIn(documentToText(document), language)

export function countWordsIn(text: string, language: string): number {
  let count = 0
  let segmenter: Intl.Segmenter | null = null
  for (const line of text.split('\n')) {
    if (!UNSPACED.test(line)) {
      count += line.match(WORD)?.length ?? 0
      continue
    }
    segmenter ??= segmenterFor(language)
    for (const segment of segmenter.segment(line)) if (segment.isWordLike) count += 1
  }
  return count
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === '' ? undefined : language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}
