export type Role = 'author' | 'editor' | 'contributor' | 'stranger' | 'nobody'

export type Json = Record<string, unknown>
export type Ids = Record<string, number>

/** One thing said to a blog. `name` is a fact about what every WordPress does alike. */
export interface Step {
  name: string
  as: Role
  method?: 'GET' | 'POST' | 'DELETE'
  path: string | ((ids: Ids) => string)
  json?: Json | ((ids: Ids) => Json)
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  /** Keeps the answer's id under this name for later steps. */
  keep?: string
  /** What has to be the same beyond status, code and keys. */
  facts?: (json: Json) => unknown
}

export const POSTS = '/wp-json/wp/v2/posts'
export const COMMENTS = '/wp-json/wp/v2/comments'
export const MEDIA = '/wp-json/wp/v2/media'

export const idOf = (ids: Ids, name: string): number => {
  const id = ids[name]
  if (id === undefined) throw new Error(`no step has kept ${name}`)
  return id
}

export const only =
  (...names: string[]) =>
  (json: Json): Json =>
    Object.fromEntries(names.map((name) => [name, json[name]]))

export const linkNames = (json: Json): string[] => Object.keys(json['_links'] ?? {}).toSorted()
