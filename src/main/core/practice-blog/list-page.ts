import type { Answer, Ask } from './rest-route.ts'
import { RestError } from './rest-error.ts'

/**
 * One page of `all` with its totals in the headers. Past the end, posts and media answer 400 and everything else an empty
 * list. `toJson` may give null for an item that the viewer must not see: it is left out but still counted, as WordPress does.
 */
export function listPage<Item>(
  ask: Ask,
  all: Item[],
  options: { pastEnd: 'error' | 'empty'; toJson: (item: Item) => unknown },
): Answer {
  const perPage = ask.params.integerWithin('per_page', 10, 1, 100)
  const page = ask.params.integerWithin('page', 1, 1, Number.MAX_SAFE_INTEGER)
  const offset = ask.params.integer('offset') ?? (page - 1) * perPage
  const pages = Math.ceil(all.length / perPage)
  if (options.pastEnd === 'error' && page > pages && all.length > 0) {
    throw new RestError(
      400,
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    )
  }
  const items = all.slice(offset, offset + perPage).map(options.toJson)
  const links: string[] = []
  const linkTo = (rel: string, number: number) => {
    const url = new URL(ask.url)
    url.searchParams.set('page', String(number))
    links.push(`<${url.href}>; rel="${rel}"`)
  }
  if (page > 1) linkTo('prev', Math.min(page - 1, pages))
  if (page < pages) linkTo('next', page + 1)
  return {
    json: items.filter((item) => item !== null),
    headers: {
      'X-WP-Total': String(all.length),
      'X-WP-TotalPages': String(pages),
      ...(links.length > 0 ? { Link: links.join(', ') } : {}),
    },
  }
}
