import { t } from '../../../words/t.ts'
import { knownWords, type SpellingWord } from '../../spelling/spelling-words.ts'
import type { Finding, Where } from '../finding.ts'
import { fingerprint } from '../fingerprint.ts'
import { excerptOf, quoted } from '../place.ts'
import type { RuleSet } from '../rule-set.ts'
import type { CheckRun } from '../run-checks.ts'

/** All of a text: how many words no dictionary knows, some of them, and where the first is. */
export interface Survey {
  count: number
  words: string[]
  where: Where
}

/** Under what a word that is ignored in one post is kept: as what was called fine, a hash beside the post. */
export const ignoredPrint = (word: string): string => fingerprint(`spelling\n${word}`)

/** What is asked no dictionary: names as the lists write them, and what is ignored in the post. `fine`: fingerprints. */
export function letBeIn(names: Iterable<string>, fine: Iterable<string> = []): (word: SpellingWord) => boolean {
  const isName = knownWords(names)
  const said = new Set(fine)
  return (word) => isName(word) || (said.size > 0 && said.has(ignoredPrint(word.word)))
}

const WORDS_NAMED = 3

/** In reading order. null where there is nothing to look in: what was not looked up is not said to be right. */
export function surveyOf(found: Iterable<{ word: string; where: () => Where }>, isLookedUp: boolean): Survey | null {
  const survey: Survey = { count: 0, words: [], where: { in: 'post' } }
  for (const { word, where } of found) {
    survey.count += 1
    if (survey.count === 1) survey.where = where()
    if (survey.words.length < WORDS_NAMED && !survey.words.includes(word)) survey.words.push(word)
  }
  return survey.count > 0 || isLookedUp ? survey : null
}

/** What the spelling came to, beside what the checks found; it does not run them again. */
export function withSpelling(run: CheckRun, survey: Survey | null, { severities }: RuleSet): CheckRun {
  if (!survey || severities.get(MISSPELT) === 'off') return run
  const finding = misspeltFinding(survey)
  return finding
    ? { ...run, findings: [...run.findings, finding] }
    : {
        ...run,
        fine: [...run.fine, { rule: MISSPELT, sentence: t('Every word is in a dictionary or a list of names') }],
      }
}

const MISSPELT = 'misspelt'

/**
 * Why: a slip of the fingers is the first thing a reader notices, and a name that no list has may be spelt wrong. No check of its own: the
 * words are looked up beside the typing, and what came of it is one finding more. Packs can switch it off as they switch off a check.
 */
function misspeltFinding({ count, words, where }: Survey): Finding | null {
  if (count === 0) return null
  const some = words
    .map(excerptOf)
    .map((word) => t('“{word}”', { word }))
    .reduce((all, next) => t('{all}, {next}', { all, next }, 'a list that goes on'))
  return {
    rule: MISSPELT,
    severity: 'look',
    sentence:
      count > words.length
        ? t('{count, plural, one {# word is} other {# words are}} in no dictionary and no list of names: {words} …', {
            count,
            words: some,
          })
        : count === 1
          ? t('{words} is in no dictionary and no list of names.', { words: some })
          : t('{count, plural, one {# word is} other {# words are}} in no dictionary and no list of names: {words}.', {
              count,
              words: some,
            }),
    why: t('Alt+F7 goes from one to the next. A name that is right goes into your names and is not asked about again.'),
    where,
    fixes: [],
    fingerprint: fingerprint(`${MISSPELT}\n${count} ${words.map(quoted).join(', ')}`),
  }
}
