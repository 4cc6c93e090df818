import { placeOf } from '../../../shared/content/checks/place.ts'
import { readPost, type TextBlock } from '../../../shared/content/checks/readable-post.ts'
import { surveyOf, type Survey } from '../../../shared/content/checks/rules/spelling.ts'
import { isSpeltBlock, isSpeltField } from '../../../shared/content/spelling/spelling-texts.ts'
import { spellingWords, type SpellingWord } from '../../../shared/content/spelling/spelling-words.ts'
import { WordKnowledge } from '../../../shared/content/spelling/word-knowledge.ts'
import type { SpellingService } from '../../../shared/contract/spelling-services.ts'
import type { PostWords } from '../../../shared/domain/post.ts'

/** The same count as in the window, over words that are stored. Asks the dictionaries once for each language. */
export async function surveyStoredPost(
  words: PostWords,
  check: SpellingService['check'],
  isLetBe: (word: SpellingWord) => boolean,
): Promise<Survey | null> {
  const knowledge = new WordKnowledge((language, asked) => check({ language, words: asked }))
  knowledge.letBe(isLetBe)
  const found = readPost(words)
    .texts.filter(isSpelt)
    .flatMap((text) => spellingWords({ ...text, isVerbatim: false }).map((word) => ({ text, word })))
  await knowledge.learnLanguage(words.language)
  await knowledge.learn(found.map(({ word }) => word))
  return surveyOf(
    found
      .filter(({ word }) => knowledge.verdictOn(word) === 'misspelt')
      .map(({ text, word }) => ({ word: word.word, where: () => placeOf(text, word.from, word.to) })),
    knowledge.stateOf(words.language) === 'checked',
  )
}

const isSpelt = ({ holder, type, field }: TextBlock): boolean =>
  holder !== 'source' && isSpeltBlock(type) && (field === null || isSpeltField(field))
