import type { PostId } from '../../../../shared/domain/ids.ts'

/** Where a person decides what becomes of a post that was changed here and on the blog. */
export const changesPath = (postId: PostId): string => `/writing/${postId}/changes`
