import type { CommentId, PostId } from '../../../shared/domain/ids.ts'
import type { MarkedText, SearchHit } from '../../../shared/domain/search.ts'
import { findPassage, markTerms } from '../../../shared/search/mark-matches.ts'
import type { SearchTerm } from '../../../shared/search/parse-search.ts'
import { listedState } from '../posts/listed-state.ts'
import type { Desk } from '../store/desk.ts'
import type { FoundItem } from '../store/search-repository.ts'
import { readComment, readPost } from './read-item.ts'

const LONGEST_TITLE = 300

/** What was found as a person reads it now; null when it went since it was put into the index. */
export function showHit(desk: Desk, { kind, id, number }: FoundItem, searched: SearchTerm[]): SearchHit | null {
  const terms = searched.filter(({ isUnwanted }) => !isUnwanted)
  if (kind === 'comment') return showComment(desk, id as CommentId, terms)
  const read = readPost(desk, id as PostId)
  if (!read) return null
  const { post, at } = read
  const shared = {
    blogId: post.blogId,
    postId: post.id,
    authorName: post.authorName,
    place: desk.search.getPlace(post.id),
    at,
    language: post.language,
  }
  if (kind === 'post')
    return {
      ...shared,
      kind,
      postTitle: markTerms(read.title.slice(0, LONGEST_TITLE), terms),
      passage: findPassage(read.text, terms) ?? unmarked(post.excerptLine),
      state: listedState(desk, post.id),
    }
  const words = read.pictures[number]
  if (words === undefined) return null
  return {
    ...shared,
    kind,
    number,
    postTitle: { text: read.title.slice(0, LONGEST_TITLE), ranges: [] },
    passage: findPassage(words, terms) ?? unmarked(words),
  }
}

function showComment(desk: Desk, id: CommentId, terms: SearchTerm[]): SearchHit | null {
  const read = readComment(desk, id)
  if (!read) return null
  const { comment, text, begunAnswer } = read
  const inComment = findPassage(text, terms)
  const inAnswer = inComment === null ? findPassage(begunAnswer, terms) : null
  return {
    kind: 'comment',
    commentId: comment.id,
    blogId: comment.blogId,
    postId: comment.postId,
    postTitle: { text: comment.postTitle.slice(0, LONGEST_TITLE), ranges: [] },
    passage: inComment ?? inAnswer ?? unmarked(text),
    isInAnswer: inAnswer !== null,
    authorName: comment.authorName,
    place: '',
    at: comment.createdAt,
    language: '',
  }
}

const LONGEST_LINE = 200
const unmarked = (text: string): MarkedText | null => {
  const line = text.split('\n').find((part) => part.trim() !== '')
  if (line === undefined) return null
  return { text: line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 20)}…` : line, ranges: [] }
}
