import type { PostState } from './post.ts'

/** Where somebody looks for a post: its states, put together. */
export type PostShelf = 'drafts' | 'waits' | 'needs-you' | 'on-the-blog' | 'trash'

export function shelfOf(state: PostState): PostShelf {
  switch (state) {
    case 'draft':
      return 'drafts'
    case 'waits':
      return 'waits'
    case 'needs-you':
    case 'changed-on-both':
    case 'off-the-blog':
      return 'needs-you'
    case 'published':
    case 'scheduled':
    case 'pending':
    case 'private':
    case 'edited':
      return 'on-the-blog'
    case 'in-trash':
      return 'trash'
  }
}
