import { COMMENTS, idOf, type Ids, type Json, linkNames, only, POSTS, type Step } from './step.ts'

const AUTOSAVES = (ids: Ids): string => `${POSTS}/${idOf(ids, 'mine')}/autosaves`
const NOTES = (ids: Ids): string => `${COMMENTS}?type=note&status=all&context=edit&post=${idOf(ids, 'mine')}`
const on = (ids: Ids, note: Json): Json => ({ type: 'note', post: idOf(ids, 'mine'), ...note })
const notePath = (ids: Ids): string => `${COMMENTS}/${idOf(ids, 'note')}`

const rawTexts = (json: Json): unknown[] => ['title', 'content', 'excerpt'].map((name) => (json[name] as Json)['raw'])

/** On the pending post of a contributor. */
export const REVIEW_STEPS: Step[] = [
  {
    name: 'an editor proposes a text',
    as: 'editor',
    method: 'POST',
    path: AUTOSAVES,
    json: { title: 'Mine & yours', content: '<p>As it could be.</p>' },
    facts: rawTexts,
  },
  {
    name: 'the same text proposed again',
    as: 'editor',
    method: 'POST',
    path: AUTOSAVES,
    json: { title: 'Mine & yours', content: '<p>As it could be.</p>' },
    facts: rawTexts,
  },
  { name: 'the writer lists what is proposed', as: 'contributor', path: (ids) => `${AUTOSAVES(ids)}?context=edit` },
  { name: 'somebody else lists what is proposed', as: 'author', path: (ids) => `${AUTOSAVES(ids)}?context=edit` },
  { name: 'somebody else proposes', as: 'author', method: 'POST', path: AUTOSAVES, json: { content: 'x' } },
  { name: 'nobody proposes', as: 'nobody', method: 'POST', path: AUTOSAVES, json: { content: 'x' } },
  {
    name: 'what the blog’s editor can do',
    as: 'contributor',
    path: '/wp-json/wp/v2/types/post?context=edit&_fields=supports',
  },
  { name: 'what the blog’s editor can do, for nobody', as: 'nobody', path: '/wp-json/wp/v2/types/post?context=edit' },
  {
    name: 'a note by an editor',
    as: 'editor',
    method: 'POST',
    path: COMMENTS,
    json: (ids) => on(ids, { content: 'Is it <em>so</em>?', status: 'hold', parent: 0 }),
    keep: 'note',
    facts: only('content', 'status', 'parent', 'type', 'meta'),
  },
  {
    name: 'an answer by the writer',
    as: 'contributor',
    method: 'POST',
    path: COMMENTS,
    json: (ids) => on(ids, { content: 'It is.', status: 'hold', parent: idOf(ids, 'note') }),
    facts: (json) => [json['content'], json['status'], json['type'], linkNames(json)],
  },
  {
    name: 'an empty note',
    as: 'editor',
    method: 'POST',
    path: COMMENTS,
    json: (ids) => on(ids, { content: '', status: 'hold' }),
  },
  {
    name: 'a note by somebody else',
    as: 'author',
    method: 'POST',
    path: COMMENTS,
    json: (ids) => on(ids, { content: 'x', status: 'hold' }),
  },
  {
    name: 'a note by nobody',
    as: 'nobody',
    method: 'POST',
    path: COMMENTS,
    json: (ids) => on(ids, { content: 'x' }),
  },
  {
    name: 'the writer settles the note',
    as: 'contributor',
    method: 'POST',
    path: notePath,
    json: { status: 'approved' },
  },
  {
    name: 'the writer says that it is settled',
    as: 'contributor',
    method: 'POST',
    path: COMMENTS,
    json: (ids) =>
      on(ids, { content: '', status: 'approved', parent: idOf(ids, 'note'), meta: { _wp_note_status: 'resolved' } }),
    facts: only('status', 'meta'),
  },
  { name: 'the writer lists notes', as: 'contributor', path: NOTES },
  { name: 'somebody else lists notes', as: 'author', path: NOTES },
  {
    name: 'the writer reads a note',
    as: 'contributor',
    path: (ids) => `${notePath(ids)}?context=edit`,
    facts: only('status', 'content'),
  },
  { name: 'somebody else reads a note', as: 'author', path: notePath },
  {
    name: 'notes are no comments',
    as: 'editor',
    path: (ids) => `${COMMENTS}?status=all&context=edit&post=${idOf(ids, 'mine')}`,
    facts: (json) => Object.keys(json).length,
  },
]
