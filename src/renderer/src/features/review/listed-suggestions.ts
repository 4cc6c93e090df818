import {
  listPostSuggestions,
  type FieldSuggestion,
  type PostOverlay,
} from '../../../../shared/content/suggestions/overlay-posts.ts'
import { languageName } from '../editor/details/languages.ts'
import { blockName, capital, changeWords } from './suggestion-words.ts'

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

const FIELDS: Record<FieldSuggestion['field'], string> = {
  title: 'Title',
  excerpt: 'Excerpt',
  language: 'Language',
  direction: 'Direction',
  category: 'Category',
  tag: 'Tag',
  share: 'Share line',
}

/** Everything suggested, the title first. A moved or reshaped block says its words once. */
export function listedSuggestions(overlay: PostOverlay, categoryNames: Record<string, string>): ListedSuggestion[] {
  const { fields, text } = listPostSuggestions(overlay)
  const said = (field: FieldSuggestion['field'], value: string): string => {
    if (value === '') return ''
    if (field === 'category') return categoryNames[value] ?? `Category ${value}`
    if (field === 'direction') return value === 'rtl' ? 'right to left' : 'left to right'
    return field === 'language' ? languageName(value) : value
  }
  return [
    ...fields.map(({ id, field, change, was, is }) => ({
      id,
      where: FIELDS[field],
      what: FIELD_CHANGES[change] ?? 'Changed',
      was: said(field, was),
      is: said(field, is),
    })),
    ...text.map(({ id, change, node, was, is }) => {
      const isSameWords = was === is || change === 'moved' || change === 'reshaped' || change === 'formatted'
      return {
        id,
        where: capital(blockName(node)),
        what: change === 'added' || change === 'removed' ? WHOLE[change] : changeWords(change, node, null),
        was: isSameWords ? '' : was,
        is: isSameWords ? is || was : is,
      }
    }),
  ]
}

const WHOLE = { added: 'New', removed: 'Taken out' }

const FIELD_CHANGES: Partial<Record<FieldSuggestion['change'], string>> = {
  inserted: 'New words',
  deleted: 'Taken out',
  replaced: 'Other words',
  added: 'New',
  removed: 'Taken out',
}

/** Words cut where they are long; the text shows them whole. */
export const shortened = (text: string, longest = 180): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text
