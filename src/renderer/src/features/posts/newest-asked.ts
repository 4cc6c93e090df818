import type { BlogId } from '../../../../shared/domain/ids.ts'

/** The posts that a window shows first: more than any screen has room for. */
export const newestAsked = (blogId: BlogId): { blogId: BlogId; limit: number } => ({ blogId, limit: 60 })
