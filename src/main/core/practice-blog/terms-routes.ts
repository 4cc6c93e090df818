import type { Hono } from 'hono'
import { normalizeEntities, stripTags } from './html-text.ts'
import { listPage } from './list-page.ts'
import { CURIES, restUrl } from './links.ts'
import { readContext } from './posts-routes.ts'
import type { PracticeTerm } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can } from './roles.ts'
import { slugOf, uniqueTermSlug } from './slugs.ts'

type Taxonomy = PracticeTerm['taxonomy']
type Base = 'categories' | 'tags'

const usesOf = (site: PracticeSite, term: PracticeTerm): number =>
  site.state.posts.filter(
    (post) => post.status === 'publish' && (post.categoryIds.includes(term.id) || post.tagIds.includes(term.id)),
  ).length

function termJson(site: PracticeSite, term: PracticeTerm, base: Base) {
  return {
    id: term.id,
    count: usesOf(site, term),
    description: term.description,
    link: `${site.origin}/${base === 'tags' ? 'tag' : 'category'}/${term.slug}/`,
    name: term.name,
    slug: term.slug,
    taxonomy: term.taxonomy,
    ...(base === 'categories' ? { parent: term.parentId } : {}),
    meta: [],
    _links: {
      self: [{ href: restUrl(site, `${base}/${term.id}`) }],
      collection: [{ href: restUrl(site, base) }],
      about: [{ href: restUrl(site, `taxonomies/${term.taxonomy}`) }],
      'wp:post_type': [{ href: restUrl(site, `posts?${base}=${term.id}`) }],
      curies: CURIES,
    },
  }
}

const termsOf = (site: PracticeSite, taxonomy: Taxonomy): PracticeTerm[] =>
  site.state.terms.filter((term) => term.taxonomy === taxonomy)

function getTerm(site: PracticeSite, taxonomy: Taxonomy, id: number): PracticeTerm {
  const term = termsOf(site, taxonomy).find((candidate) => candidate.id === id)
  if (term === undefined) throw new RestError(404, 'rest_term_invalid', 'Term does not exist.')
  return term
}

function requireEditContext(ask: Ask, message: string): void {
  if (readContext(ask) === 'edit' && !can(ask.viewer, 'manage_categories')) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
}

function listTerms(site: PracticeSite, ask: Ask, taxonomy: Taxonomy, base: Base): Answer {
  requireEditContext(ask, 'Sorry, you are not allowed to edit terms in this taxonomy.')
  const { params } = ask
  const slugs = params.list('slug')
  const include = params.integers('include')
  const post = site.state.posts.find(({ id }) => id === params.integer('post'))
  const search = (params.text('search') ?? '').toLowerCase()
  const orderBy = params.oneOf('orderby', ['name', 'id', 'slug', 'count'], 'name')
  const sign = params.oneOf('order', ['asc', 'desc'], 'asc') === 'asc' ? 1 : -1
  const key = (term: PracticeTerm): string | number => (orderBy === 'count' ? usesOf(site, term) : term[orderBy])
  const terms = termsOf(site, taxonomy)
    .filter(
      (term) =>
        (slugs === null || slugs.includes(term.slug)) &&
        (include === null || include.includes(term.id)) &&
        (!params.isSet('hide_empty') || usesOf(site, term) > 0) &&
        (!params.has('post') || (post !== undefined && [...post.categoryIds, ...post.tagIds].includes(term.id))) &&
        `${term.name} ${term.slug}`.toLowerCase().includes(search),
    )
    .toSorted((left, right) => {
      const [a, b] = [key(left), key(right)]
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b || left.id - right.id)
      return sign * String(a).localeCompare(String(b), 'en')
    })
  return listPage(ask, terms, { pastEnd: 'empty', toJson: (term) => termJson(site, term, base) })
}

function createTerm(site: PracticeSite, ask: Ask, taxonomy: Taxonomy, base: Base): Answer {
  const { viewer, params } = ask
  const name = normalizeEntities(stripTags(params.text('name') ?? '').trim())
  if (!params.has('name')) {
    throw new RestError(400, 'rest_missing_callback_param', 'Missing parameter(s): name', { params: ['name'] })
  }
  if (!can(viewer, base === 'categories' ? 'manage_categories' : 'edit_posts')) {
    const message = 'Sorry, you are not allowed to create terms in this taxonomy.'
    throw notAllowed(viewer, 'rest_cannot_create', message)
  }
  if (name === '') throw new RestError(400, 'empty_term_name', 'A name is required for this term.')
  const parentId = base === 'categories' ? (params.integer('parent') ?? 0) : 0
  if (parentId !== 0) getTerm(site, taxonomy, parentId)
  const slug = slugOf(params.text('slug') ?? name)
  const twin = termsOf(site, taxonomy).find(
    (term) => term.parentId === parentId && term.name.toLowerCase() === name.toLowerCase(),
  )
  if (twin !== undefined) {
    const message = 'A term with the name provided already exists in this taxonomy.'
    throw new RestError(400, 'term_exists', message, { term_id: twin.id })
  }
  const term: PracticeTerm = {
    id: site.state.nextTermId,
    taxonomy,
    name,
    slug: uniqueTermSlug(site.state, taxonomy, slug),
    description: params.text('description') ?? '',
    parentId,
  }
  site.state.nextTermId += 1
  site.state.terms.push(term)
  return { status: 201, json: termJson(site, term, base), headers: { Location: restUrl(site, `${base}/${term.id}`) } }
}

export function addTermsRoutes(app: Hono, site: PracticeSite): void {
  const routes: [Base, Taxonomy][] = [
    ['categories', 'category'],
    ['tags', 'post_tag'],
  ]
  for (const [base, taxonomy] of routes) {
    const all = `/wp-json/wp/v2/${base}`
    app.get(
      all,
      restRoute(site, (ask) => listTerms(site, ask, taxonomy, base)),
    )
    app.post(
      all,
      restRoute(site, (ask) => createTerm(site, ask, taxonomy, base)),
    )
    app.get(
      `${all}/:id{[0-9]+}`,
      restRoute(site, (ask) => {
        const term = getTerm(site, taxonomy, ask.id)
        requireEditContext(ask, 'Sorry, you are not allowed to edit this term.')
        return { json: termJson(site, term, base) }
      }),
    )
  }
}
