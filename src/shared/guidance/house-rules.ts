import type { RulePack } from '../content/checks/packs/rule-pack.ts'
import type { Language } from '../words/languages.ts'
import { t } from '../words/t.ts'
import { paragraphsOf, type Article } from './article.ts'

export interface HouseRules {
  /** The pack's name; null for those that come with the program and give way to the first pack that brings its own. */
  packName: string | null
  articles: Article[]
}

/**
 * What the house expects of its writers, by the packs that are added here or by the organisation: each language's reader sees
 * the packs of that language and those for every language, or, where there are none such, all of them.
 */
export function houseRules(packs: readonly RulePack[], language: Language): HouseRules[] {
  const withArticles = packs.filter(({ articles }) => articles.length > 0)
  if (withArticles.length === 0) return [{ packName: null, articles: usualRules() }]
  const readable = withArticles.filter((pack) => pack.language === language || pack.language === '*')
  return (readable.length > 0 ? readable : withArticles).map(({ id: packId, name, articles }) => ({
    packName: name,
    articles: articles.map(({ id, title, text }) => ({
      id: `rules-${packId}-${id}`,
      title,
      paragraphs: paragraphsOf(text),
    })),
  }))
}

const usualRules = (): Article[] => [
  {
    id: 'rules-own-words',
    title: t('Write as yourself, for the reader'),
    paragraphs: [
      t(
        'Write in the language of the people you want to reach, in short sentences, about what you saw and whom you met.',
      ),
      t('Say what is your own view, and what is the position of your house.'),
    ],
  },
  {
    id: 'rules-before',
    title: t('What another pair of eyes is for'),
    paragraphs: [
      t(
        'Ask for a review when a post speaks of policy, names people who did not agree to it, or may be quoted by others.',
      ),
      t('For all else you know best. Whoever writes decides, unless your organisation asks for an approval.'),
    ],
  },
  {
    id: 'rules-people',
    title: t('People in texts and pictures'),
    paragraphs: [
      t('Ask before you show or name somebody, most of all children and people who asked you for help.'),
      t('Describe each picture for those who cannot see it, and say who took it.'),
    ],
  },
  {
    id: 'rules-comments',
    title: t('How we answer'),
    paragraphs: [
      t(
        'Answer within the promised days, and kindly. Criticism stays; insults, advertising and personal data of others do not.',
      ),
      t('Where you do not know, say so, and say until when you will.'),
    ],
  },
  {
    id: 'rules-mistakes',
    title: t('Mistakes'),
    paragraphs: [
      t(
        'A mistake is put right in sight of everybody: in the text, with a dated note, and with an answer to whoever found it.',
      ),
    ],
  },
]
