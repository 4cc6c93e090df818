import type { PostKind } from '../../../shared/domain/post.ts'
import type { PracticePost } from './practice-state.ts'

export const kindOf = ({ page }: Pick<PracticePost, 'page'>): PostKind => (page ? 'page' : 'post')

/** As the REST interface calls the two in its addresses. */
export const REST_BASE = { post: 'posts', page: 'pages' } as const satisfies Record<PostKind, string>
