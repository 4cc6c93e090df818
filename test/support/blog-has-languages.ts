import type { OfferedLanguage } from '../../src/main/core/blog-api/blog-api.ts'
import { noteOfferedLanguages } from '../../src/main/core/blogs/offered-languages.ts'
import { createDesk, type Desk } from '../../src/main/core/store/desk.ts'
import { openStore } from '../../src/main/core/store/open-store.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import type { PostId, RemotePostId } from '../../src/shared/domain/ids.ts'
import { openKeysIn } from './open-keys.ts'

/**
 * As if the only blog had a multilingual plugin and had said a moment ago which languages it has and which posts say the same, by
 * language. No desk may be open on the profile.
 */
export function blogHasLanguages(
  profileFolder: string,
  languages: OfferedLanguage[],
  groups: readonly Record<string, PostId>[],
): void {
  const store = openStore({
    databasePath: profileIn(profileFolder).databasePath,
    key: openKeysIn(profileFolder)?.database ?? null,
  })
  const desk = createDesk(store)
  for (const blog of desk.blogs.listBlogs()) noteOfferedLanguages(desk, blog.id, languages, new Date())
  for (const group of groups) link(desk, group)
  store.close()
}

function link(desk: Desk, group: Record<string, PostId>): void {
  const there = Object.entries(group).map(([code, postId]) => {
    const base = desk.posts.findBase(postId, 'agreed')
    if (!base) throw new Error('the blog does not have this post')
    return { code, postId, base }
  })
  const posts: Record<string, RemotePostId> = {}
  for (const { code, base } of there) posts[code] = base.remote.remoteId
  for (const { code, postId, base } of there)
    desk.posts.putBase(postId, 'agreed', { ...base, remote: { ...base.remote, inLanguages: { code, posts } } })
}
