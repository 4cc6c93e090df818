import type { PostKind } from '../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'

export const kindOf = ({ page }: Pick<RemotePost, 'page'>): PostKind => (page ? 'page' : 'post')
