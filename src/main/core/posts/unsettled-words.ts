import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { Post } from '../../../shared/domain/post.ts'
import type { AppErrorData } from '../../../shared/errors.ts'

export type UnsettledWords = Partial<Post> & Required<Pick<Post, 'saveProblem'>>

/**
 * What a window is shown of an edit that waits. What came in since the window of that edit was last shown the post is not in it, so whoever types on in it
 * has not seen that either (`mergeCount`).
 */
export function asShown(edit: PostEdit, saveProblem: AppErrorData): UnsettledWords {
  const { title, document, excerpt, language, direction, categoryIds, tags, shareLines, caret, mergesSeen } = edit
  return {
    title,
    document,
    excerpt,
    language,
    direction,
    categoryIds,
    tags,
    caret,
    ...(shareLines && { shareLines }),
    ...(mergesSeen !== null && { mergeCount: mergesSeen }),
    saveProblem,
  }
}
