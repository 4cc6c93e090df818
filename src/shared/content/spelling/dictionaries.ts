import { t } from '../../words/t.ts'
import { primaryLanguage } from '../checks/readable-post.ts'

/** A dictionary that comes with the program. */
export interface BundledDictionary {
  id: string
  /** In the language of the interface. */
  name: () => string
  /** Of the dictionary itself; its file lies beside it in the package. */
  licence: string
  serves: (language: string) => boolean
}

/** Languages that can have a dictionary at all; on a blog a passage may say anything. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/

const primaryIs = (wanted: string) => (language: string) => primaryLanguage(language) === wanted
const AMERICAN = ['en', 'en-us', 'en-ca', 'en-ph']

/**
 * Only dictionaries whose licence lets them travel with the program. English that does not say whose it is may be written either way;
 * the Portuguese one is of Brazil and says nothing about how Portugal writes.
 */
export const bundledDictionaries: readonly BundledDictionary[] = [
  {
    id: 'en',
    name: () => t('English (United States)'),
    licence: 'MIT and BSD',
    serves: (tag) => AMERICAN.includes(tag),
  },
  {
    id: 'en-GB',
    name: () => t('English (United Kingdom)'),
    licence: 'MIT and BSD',
    serves: (tag) => primaryLanguage(tag) === 'en' && (tag === 'en' || !AMERICAN.includes(tag)),
  },
  { id: 'fr', name: () => t('French'), licence: 'MPL 2.0', serves: primaryIs('fr') },
  { id: 'es', name: () => t('Spanish'), licence: 'MPL 1.1', serves: primaryIs('es') },
  { id: 'fa', name: () => t('Persian'), licence: 'Apache 2.0', serves: primaryIs('fa') },
  {
    id: 'pt',
    name: () => t('Portuguese (Brazil)'),
    licence: 'MPL 2.0',
    serves: (tag) => ['pt', 'pt-br'].includes(tag),
  },
  { id: 'ru', name: () => t('Russian'), licence: 'BSD', serves: primaryIs('ru') },
]

/** The dictionaries of a language, bundled and added. A word that one of them knows is known. None: its words are left alone. */
export function dictionariesFor(
  language: string,
  addedLanguages: readonly string[],
): { bundled: string[]; added: string[] } {
  const tag = language.toLowerCase()
  return {
    bundled: bundledDictionaries.filter(({ serves }) => serves(tag)).map(({ id }) => id),
    added: addedLanguages.filter((added) => isSameLanguage(added.toLowerCase(), tag)),
  }
}

/** `vi` and `vi-VN` are, `pt-PT` and `pt-BR` are not. */
const isSameLanguage = (one: string, other: string): boolean =>
  primaryLanguage(one) === primaryLanguage(other) && (one === other || !one.includes('-') || !other.includes('-'))
