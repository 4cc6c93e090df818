import { t } from '../../../words/t.ts'
import { bundledPacks } from './bundled-packs.ts'
import type { PackRule, RulePack } from './rule-pack.ts'

/**
 * The packs of the house as the person reads them: their names, and the sentences of the one that holds in every language, in the language of the
 * interface. The packs of one language speak it, as those of a ministry do.
 */
export const housePacks = (): RulePack[] =>
  bundledPacks.map((pack) => ({
    ...pack,
    name: nameOf(pack),
    rules: pack.language === '*' ? pack.rules.map((rule) => ({ ...rule, ...ruleWords(rule) })) : pack.rules,
  }))

function nameOf({ language, name }: RulePack): string {
  switch (language) {
    case '*':
      return t('House rules for every language')
    case 'en':
      return t('House rules, English')
    case 'fr':
      return t('House rules, French')
    case 'ar':
      return t('House rules, Arabic')
    case 'vi':
      return t('House rules, Vietnamese')
    default:
      return name
  }
}

/** What the check puts the words of the post in. */
const FOUND = { found: '{found}' }

function ruleWords({ id, sentence, why }: PackRule): Pick<PackRule, 'sentence' | 'why'> & Partial<PackRule> {
  switch (id) {
    case 'protective-marking':
      return { ...markingWords(), fine: t('No protective marking') }
    case 'protective-marking-arabic':
      return markingWords()
    case 'left-to-do':
      return {
        sentence: t('“{found}” is left to be done.', FOUND),
        why: t('It was written to come back to. Readers would see it as it stands.'),
      }
    case 'filling':
      return {
        sentence: t('“{found}” is filling, not text.', FOUND),
        why: t('It stands for words that were to come.'),
      }
    case 'passport-number':
      return {
        sentence: t('“{found}” looks like the number of a passport.', FOUND),
        why: t('With a name and a date of birth it is enough to act as somebody else.'),
      }
    default:
      return { sentence, why }
  }
}

const markingWords = () => ({
  sentence: t('“{found}” is a protective marking.', FOUND),
  why: t(
    'Text that carries a marking was not written for the public. Ask whoever set it, or take the text out, not only the word.',
  ),
})
