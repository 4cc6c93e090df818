import type { PostId } from '../../../../shared/domain/ids.ts'

/** The post that is written in at this path of the window; null where there is none, or where the desk says which (`/`). */
export function postAt(path: string): PostId | null {
  const [, place, id, part] = path.split('/')
  return place === 'writing' && id !== undefined && id !== 'tags' && part === undefined ? (id as PostId) : null
}
