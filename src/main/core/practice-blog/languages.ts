import type { Hono } from 'hono'
import type { PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import type { RequestParams } from './request-params.ts'
import { restRoute } from './rest-route.ts'

/** The fields `lang` and `translations` in the form that polylang.pro/doc/rest-api gives them; none on a site without languages. */
export function languageFields(site: PracticeSite, { inLanguages }: PracticePost) {
  if (site.languages.length === 0) return {}
  const { code, posts } = inLanguages ?? { code: '', posts: {} }
  return { lang: code === '' ? false : code, translations: Object.keys(posts).length === 0 ? [] : posts }
}

/** A new post is in the first language until somebody says another. */
export function settleLanguage(site: PracticeSite, post: PracticePost, params: RequestParams): void {
  const [first] = site.languages
  if (!first) return
  const wanted = params.text('lang')
  const code = site.languages.some(({ slug }) => slug === wanted) ? wanted : (post.inLanguages?.code ?? first.slug)
  if (code !== null && code !== post.inLanguages?.code) setLanguage(site, post, code)
  if (params.has('translations')) link(site, post, params.value('translations'))
}

function setLanguage(site: PracticeSite, post: PracticePost, code: string): void {
  const others = membersOf(site, post).filter(({ inLanguages }) => inLanguages?.code !== code)
  post.inLanguages = { code, posts: {} }
  settleGroup([...others, post])
}

/** What is left out of the list is unlinked, and what is in another language than its place says is left out. */
function link(site: PracticeSite, post: PracticePost, asked: unknown): void {
  const wanted = Object.entries(typeof asked === 'object' && asked !== null ? asked : {})
  const members = wanted.flatMap(([code, id]) =>
    site.state.posts.filter(
      (other) => other !== post && other.id !== post.id && other.id === Number(id) && other.inLanguages?.code === code,
    ),
  )
  const fitting = members.filter(({ inLanguages }) => inLanguages?.code !== post.inLanguages?.code)
  for (const left of membersOf(site, post)) if (!fitting.includes(left)) settleGroup([left])
  settleGroup([...fitting, post])
}

const membersOf = (site: PracticeSite, { id, inLanguages }: PracticePost): PracticePost[] =>
  site.state.posts.filter((post) => post.id !== id && Object.values(inLanguages?.posts ?? {}).includes(post.id))

function settleGroup(members: readonly PracticePost[]): void {
  const posts = Object.fromEntries(members.map((post) => [post.inLanguages?.code ?? '', post.id]))
  for (const post of members) post.inLanguages = { code: post.inLanguages?.code ?? '', posts }
}

export function addLanguagesRoute(app: Hono, site: PracticeSite): void {
  if (site.languages.length === 0) return
  app.get(
    '/wp-json/pll/v1/languages',
    restRoute(site, () => ({ json: site.languages })),
  )
}
