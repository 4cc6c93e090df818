import { mergePosts } from '../../../shared/content/merge/merge-posts.ts'
import type { PostMerge, PostVersion, Versions } from '../../../shared/content/merge/post-merge.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { mergeShareLines } from '../../../shared/share/merge-share-lines.ts'
import type { Desk } from '../store/desk.ts'
import { NOTHING_OF_THE_BLOG, versionOfWords, wordsOfVersion } from './post-versions.ts'

/** Three texts of this desk, none of them the blog's, merged as any other: paragraph by paragraph, and by words. */
export function mergeOwnWords(
  desk: Desk,
  blogId: BlogId,
  { base, mine, theirs }: Versions<PostWords>,
): { merge: PostMerge; wordsOf: (version: PostVersion) => PostWords } {
  const version = (words: PostWords): PostVersion => versionOfWords(desk, blogId, words, NOTHING_OF_THE_BLOG)
  const beside = {
    language: mine.language === base.language ? theirs.language : mine.language,
    direction: mine.direction === base.direction ? theirs.direction : mine.direction,
    shareLines: mergeShareLines({ base: base.shareLines, mine: mine.shareLines, theirs: theirs.shareLines }),
  }
  return {
    merge: mergePosts({ base: version(base), mine: version(mine), theirs: version(theirs) }),
    wordsOf: (merged) => wordsOfVersion(desk, blogId, merged, beside),
  }
}
