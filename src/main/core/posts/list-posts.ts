import { isAboutComment } from '../../../shared/domain/outbox-entry.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PostFacts, PostSummary } from '../../../shared/domain/post.ts'
import type { Desk } from '../store/desk.ts'
import { NO_FACTS } from '../store/post-facts-repository.ts'
import type { ListedPost } from '../store/post-repository.ts'
import { openStatesOf, type OpenStates } from './listed-state.ts'
import { postState } from './post-state.ts'

/** Latest edit first. */
export function listPosts(desk: Desk, blogId: BlogId): PostSummary[] {
  const states = openStatesByPost(desk, blogId)
  const facts = desk.postFacts.listFacts(blogId)
  return desk.posts
    .listPosts(blogId)
    .map((post) => summaryOf(post, states.get(post.id) ?? [], facts.get(post.id) ?? NO_FACTS))
}

/** As many as a screen shows, and no work for those that it does not. */
export function listNewest(desk: Desk, { blogId, limit }: { blogId: BlogId; limit: number }): PostSummary[] {
  const states = openStatesByPost(desk, blogId)
  return desk.posts
    .listPosts(blogId, limit)
    .map((post) => summaryOf(post, states.get(post.id) ?? [], desk.postFacts.getFacts(post.id)))
}

/** The same rows for posts that changed, and no work for any other; of those that the blog no longer has here there is none. */
export function listSummaries(desk: Desk, { blogId, postIds }: { blogId: BlogId; postIds: PostId[] }): PostSummary[] {
  return postIds.flatMap((id) => {
    const post = desk.posts.findListedPost(id)
    return post?.blogId === blogId ? [summaryOf(post, openStatesOf(desk, id), desk.postFacts.getFacts(id))] : []
  })
}

/** Of each post with something in the outbox. */
function openStatesByPost(desk: Desk, blogId: BlogId): Map<PostId, OpenStates> {
  const states = new Map<PostId, OpenStates>()
  for (const entry of desk.outbox.listOpen(blogId)) {
    if (entry.postId === null || isAboutComment(entry.kind)) continue
    states.set(entry.postId, [...(states.get(entry.postId) ?? []), entry.state])
  }
  return states
}

export const summaryOf = (post: ListedPost, states: OpenStates, { template, reviewBy }: PostFacts): PostSummary => ({
  id: post.id,
  blogId: post.blogId,
  kind: post.kind,
  title: post.title,
  excerptLine: post.excerptLine,
  state: postState(post, states),
  language: post.language,
  direction: post.direction,
  wordCount: Math.max(0, post.wordCount),
  authorName: post.authorName,
  editedAt: post.editedAt,
  publishedAt: post.publishedAt,
  link: post.link,
  remoteStatus: post.remoteStatus,
  isOnlyToRead: post.isOnlyToRead,
  commentCount: post.commentCount,
  tags: post.tags,
  isSticky: post.isSticky,
  hasStickyWish: post.hasStickyWish,
  template,
  reviewBy,
})
