import { languageDirection } from '../../../shared/content/language-direction.ts'
import { agree, openCount, tieTexts } from '../../../shared/content/pairs/tie.ts'
import type { PairService } from '../../../shared/contract/pair-services.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PairedPost, PostPairs } from '../../../shared/domain/pair.ts'
import type { PostKind, PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { currentWords } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import { followBoth, wordsToTie } from './follow-pairs.ts'
import { onBlogOf, saidByBlog } from './link-on-blog.ts'

interface PairPorts {
  desk: Desk
  feed: ChangeFeed
  /** Commits what the person typed into this post. */
  flush: (postId: PostId) => void
  /** A new draft that says this. */
  beginPost: (blogId: BlogId, kind: PostKind, words: PostWords) => PostId
}

export function createPairsService({ desk, feed, flush, beginPost }: PairPorts): PairService {
  const wordsOf = (postId: PostId): PostWords => currentWords(desk, desk.posts.getPost(postId))

  function paired(postId: PostId): PairedPost {
    const { title, language, direction } = wordsOf(postId)
    return { postId, title, language, direction }
  }

  function changed(...ids: PostId[]): void {
    for (const postId of ids) feed.emit({ topic: 'posts', blogId: desk.posts.getPost(postId).blogId, postId })
  }

  function find(postId: PostId): PostPairs {
    const { own, others } = desk.transaction(() => {
      const pair = desk.pairs.findPair(postId)
      return {
        own: pair && { ...paired(pair.sourceId), tie: followBoth(desk, pair) },
        others: desk.pairs
          .listPairsOf(postId)
          .map((each) => ({ ...paired(each.translationId), openCount: openCount(followBoth(desk, each)) })),
      }
    })
    const byLanguage = others.toSorted((one, other) => (one.language < other.language ? -1 : 1))
    const post = desk.posts.getPost(postId)
    return {
      source: own,
      translations: byLanguage,
      onBlog: onBlogOf(desk, post, paired),
      saidByBlog: saidByBlog(desk, post, paired),
    }
  }

  /** One text is the source, the others say it: two that say each other could each be out of date. */
  function refuseChain(postId: PostId, sourceId: PostId): void {
    const isTied =
      postId === sourceId || desk.pairs.findPair(sourceId) !== null || desk.pairs.listPairsOf(postId).length > 0
    if (isTied) throw new AppError({ kind: 'conflict', code: 'translation-of-translation' })
  }

  return {
    find,
    begin({ postId, language }) {
      flush(postId)
      const { blogId, kind } = desk.posts.getPost(postId)
      if (desk.pairs.findPair(postId)) throw new AppError({ kind: 'conflict', code: 'translation-of-translation' })
      const { title, document, excerpt, categoryIds } = wordsOf(postId)
      const words: PostWords = {
        title,
        document,
        excerpt,
        categoryIds,
        tags: [],
        language,
        direction: languageDirection(language),
        shareLines: [],
      }
      const translationId = beginPost(blogId, kind, words)
      const texts = wordsToTie(document)
      desk.transaction(() => desk.pairs.putPair({ translationId, sourceId: postId, tie: tieTexts(texts, texts) }))
      changed(postId, translationId)
      return translationId
    },
    tie({ postId, sourceId }) {
      flush(postId)
      flush(sourceId)
      const post = desk.posts.getPost(postId)
      if (post.blogId !== desk.posts.getPost(sourceId).blogId)
        throw new AppError({ kind: 'no-such-item', what: 'post' })
      refuseChain(postId, sourceId)
      const before = desk.pairs.findUntied(postId, sourceId)
      const tie = before?.tie ?? tieTexts(wordsToTie(wordsOf(sourceId).document), wordsToTie(wordsOf(postId).document))
      desk.transaction(() => desk.pairs.putPair({ translationId: postId, sourceId, tie }))
      changed(postId, sourceId)
    },
    untie(postId) {
      const pair = desk.pairs.findPair(postId)
      if (!pair) return
      desk.transaction(() => desk.pairs.untie(postId))
      changed(postId, pair.sourceId)
    },
    agree({ postId, at, source }) {
      flush(postId)
      desk.transaction(() => {
        const pair = desk.pairs.findPair(postId)
        if (!pair) return
        const tie = followBoth(desk, pair)
        if (tie[at]?.source === source) desk.pairs.putPair({ ...pair, tie: agree(tie, at) })
      })
      changed(postId)
      return find(postId)
    },
  }
}
