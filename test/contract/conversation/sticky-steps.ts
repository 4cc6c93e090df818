import { type Ids, idOf, type Json, linkNames, only, POSTS, type Step } from './step.ts'

const top =
  (name: string, suffix = '') =>
  (ids: Ids) =>
    `${POSTS}/${idOf(ids, name)}${suffix}`
const history = (json: Json) => (json['_links'] as Record<string, { count?: number }[]>)['version-history']?.[0]?.count
/** A post of 2020 counts as changed then, until somebody changes it. */
const isChangedNow = (json: Json): boolean => String(json['modified_gmt']) > '2021'

/** What stays at the top of the blog. */
export const STICKY_STEPS: Step[] = [
  {
    name: 'an old post that is at the top from its beginning',
    as: 'editor',
    method: 'POST',
    path: POSTS,
    json: { title: 'Top', content: 'Words', status: 'publish', date_gmt: '2020-01-01T00:00:00', sticky: true },
    keep: 'top',
    facts: (json) => [only('sticky')(json), linkNames(json), history(json), isChangedNow(json)],
  },
  {
    name: 'off the top, which counts as a change and makes no revision',
    as: 'editor',
    method: 'POST',
    path: top('top'),
    json: { sticky: false },
    facts: (json) => [only('sticky')(json), history(json), isChangedNow(json)],
  },
  { name: 'to the top again', as: 'editor', method: 'POST', path: top('top'), json: { sticky: true } },
  ...(['true', 'false'] as const).map((isSticky): Step => ({
    name: `a list of those with sticky=${isSticky}`,
    as: 'editor',
    path: (ids) => `${POSTS}?sticky=${isSticky}&include=${idOf(ids, 'top')},${idOf(ids, 'post')}&status=any&_fields=id`,
  })),
  {
    name: 'a list of drafts that are not at the top',
    as: 'editor',
    path: `${POSTS}?sticky=false&status=draft&_fields=id`,
  },
  {
    name: 'an author drafts for the top',
    as: 'author',
    method: 'POST',
    path: POSTS,
    json: { title: 'T', sticky: true },
  },
  {
    name: 'an author says of their draft that it is not at the top, as it is not',
    as: 'author',
    method: 'POST',
    path: POSTS,
    json: { title: 'Own', content: 'Words', status: 'draft', sticky: false },
    keep: 'own',
    facts: (json) => [only('sticky')(json), linkNames(json)],
  },
  { name: 'an author wants it at the top', as: 'author', method: 'POST', path: top('own'), json: { sticky: true } },
  { name: 'an editor puts it there', as: 'editor', method: 'POST', path: top('own'), json: { sticky: true } },
  {
    name: 'the author says again that it is there, with other words',
    as: 'author',
    method: 'POST',
    path: top('own'),
    json: { title: 'Own words', sticky: true },
    facts: only('sticky'),
  },
  { name: 'the author takes it off', as: 'author', method: 'POST', path: top('own'), json: { sticky: false } },
  {
    name: 'a password for what is at the top',
    as: 'editor',
    method: 'POST',
    path: top('top'),
    json: { password: 'secret' },
  },
  {
    name: 'off the top, and later a password',
    as: 'editor',
    method: 'POST',
    path: top('top'),
    json: { sticky: false },
  },
  {
    name: 'a password',
    as: 'editor',
    method: 'POST',
    path: top('top'),
    json: { password: 'secret' },
    facts: (json) => [only('sticky', 'password')(json), (json['content'] as Json)['protected'], linkNames(json)],
  },
  { name: 'to the top with a password', as: 'editor', method: 'POST', path: top('top'), json: { sticky: true } },
  {
    name: 'both at once',
    as: 'editor',
    method: 'POST',
    path: POSTS,
    json: { title: 'B', sticky: true, password: 'secret' },
  },
  {
    name: 'what goes into the trash is at the top no more',
    as: 'editor',
    method: 'DELETE',
    path: top('own'),
    facts: only('sticky', 'status'),
  },
]
