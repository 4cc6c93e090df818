export type Query = Record<string, string | number | readonly (string | number)[] | null>

/**
 * The address of a REST path such as `wp/v2/posts`. With plain permalinks the path travels in `?rest_route=`.
 * A list is written with commas, null is left out.
 */
export function restUrl(restRoot: string, path: string, query: Query = {}): string {
  const url = new URL(restRoot)
  const route = url.searchParams.get('rest_route')
  if (route === null) url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`
  else url.searchParams.set('rest_route', `${route.replace(/\/+$/, '')}/${path}`)
  for (const [name, value] of Object.entries(query)) {
    if (value === null) continue
    url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return url.href
}
