import {
  listPostSuggestions,
  type FieldSuggestion,
  type PostOverlay,
} from '../../../../shared/content/suggestions/overlay-posts.ts'
import { languageName } from '../editor/details/languages.ts'
import { blockName, capital, changeWords } from './suggestion-words.ts'
import { t } from '../../../../shared/words/t.ts'

/** A suggestion as a list shows it: where, what, and the words of both sides. */
export interface ListedSuggestion {
  id: string
  /** “Title”, “Heading 2”. */
  where: string
  /** “Other words”. */
  what: string
  was: string
  is: string
}

function fieldName(field: FieldSuggestion['field']): string {
  switch (field) {
    case 'title':
      return t('Title', {}, 'of a post')
    case 'excerpt':
      return t('Excerpt')
    case 'language':
      return t('Language')
    case 'direction':
      return t('Direction', {}, 'of a script')
    case 'category':
      return t('Category')
    case 'tag':
      return t('Tag', {}, 'of a post')
    case 'share':
      return t('Share line')
  }
}

/** Everything suggested, the title first. A moved or reshaped block says its words once. */
export function listedSuggestions(overlay: PostOverlay, categoryNames: Record<string, string>): ListedSuggestion[] {
  const { fields, text } = listPostSuggestions(overlay)
  const said = (field: FieldSuggestion['field'], value: string): string => {
    if (value === '') return ''
    if (field === 'category') return categoryNames[value] ?? t('Category {number}', { number: value })
    if (field === 'direction') return value === 'rtl' ? t('right to left') : t('left to right')
    return field === 'language' ? languageName(value) : value
  }
  return [
    ...fields.map(({ id, field, change, was, is }) => ({
      id,
      where: fieldName(field),
      what: fieldChange(change),
      was: said(field, was),
      is: said(field, is),
    })),
    ...text.map(({ id, change, node, was, is }) => {
      const isSameWords = was === is || change === 'moved' || change === 'reshaped' || change === 'formatted'
      return {
        id,
        where: capital(blockName(node)),
        what: change === 'added' || change === 'removed' ? fieldChange(change) : changeWords(change, node, null),
        was: isSameWords ? '' : was,
        is: isSameWords ? is || was : is,
      }
    }),
  ]
}

function fieldChange(change: FieldSuggestion['change']): string {
  switch (change) {
    case 'inserted':
      return t('New words', {}, 'what is suggested')
    case 'deleted':
    case 'removed':
      return t('Taken out', {}, 'what is suggested')
    case 'replaced':
      return t('Other words', {}, 'what is suggested')
    case 'added':
      return t('New', {}, 'what is suggested')
    case 'moved':
    case 'reshaped':
    case 'formatted':
      return t('Changed', {}, 'what is suggested')
  }
}

/** Words cut where they are long; the text shows them whole. */
export const shortened = (text: string, longest = 180): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text
