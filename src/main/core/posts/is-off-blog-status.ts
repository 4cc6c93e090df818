import type { RemotePostStatus } from '../../../shared/domain/post.ts'

/** The blog no longer shows the post to anybody: in its trash, or deleted. */
export const isOffBlogStatus = (status: RemotePostStatus | null | undefined): boolean =>
  status === 'trash' || status === 'deleted'
