import { only, type Step } from './step.ts'

export const TERM_STEPS: Step[] = [
  {
    name: 'a tag',
    as: 'contributor',
    method: 'POST',
    path: '/wp-json/wp/v2/tags',
    json: { name: 'R&D' },
    facts: only('name', 'slug', 'taxonomy'),
  },
  { name: 'the same tag', as: 'contributor', method: 'POST', path: '/wp-json/wp/v2/tags', json: { name: 'r&d' } },
  {
    name: 'an author makes a category',
    as: 'author',
    method: 'POST',
    path: '/wp-json/wp/v2/categories',
    json: { name: 'News' },
  },
  { name: 'tags past the end', as: 'editor', path: '/wp-json/wp/v2/tags?page=99' },
]
