import type { PostWords } from '../../../shared/domain/post.ts'

/** Words that were stored before there were share lines say nothing of any. */
export const withShareLines = (words: PostWords): PostWords => ({ ...words, shareLines: words.shareLines ?? [] })

/** The words of a post as a column holds them. */
export const wordsFromJson = (json: string): PostWords => withShareLines(JSON.parse(json) as PostWords)
