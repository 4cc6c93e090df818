import type { RemotePostStatus } from '../../../shared/domain/post.ts'

/** In these states a post is out, or goes out by itself: its words may be changed, its status is left alone. */
export const isLiveStatus = (status: RemotePostStatus): boolean =>
  status === 'publish' || status === 'private' || status === 'future'
