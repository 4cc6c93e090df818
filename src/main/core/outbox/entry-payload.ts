import type {
  MediaId,
  RemoteCommentId,
  RemotePostId,
  RemoteTermId,
  ReviewId,
  UtcIso,
} from '../../../shared/domain/ids.ts'
import type { CommentStatus } from '../../../shared/domain/comment.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import type { EntryKind } from '../../../shared/domain/outbox-entry.ts'
import type { InLanguages } from '../../../shared/domain/pair.ts'
import type { NewSchedule, PostWords } from '../../../shared/domain/post.ts'
import type { ParentWish } from '../store/page-repository.ts'

/** Exactly what the person asked to send, frozen at that moment. An edit afterwards is a new entry. */
export interface PostPayload {
  words: PostWords
  wordsHash: string
  /** The blog's terms as the person saw them, null for a post it never had: what others change meanwhile stays. */
  saw: { categoryIds: RemoteTermId[]; tagIds: RemoteTermId[] } | null
  /** `keep` changes the words of a post and leaves its status alone. */
  as: 'publish' | 'pending' | 'keep'
  /** When the blog is to make it public; null for at once. */
  publishAt: UtcIso | null
  /** Whether the person wants it at the top of the blog; absent where they left that as the blog had it. */
  isSticky?: boolean
  /** What the blog is told of its language, and with which posts it is linked there; absent where nothing is. */
  inLanguages?: InLanguages
  /** Of a page, where it is to stand instead of where the person saw it; absent where they left that as the blog had it. */
  parent?: ParentWish
  /** It goes before anybody approved it: why, and who says so. */
  urgent?: { why: string; name: string }
  /** `wordsHash` of what the person handed over, then of each step since, while a colleague's changes were taken in. */
  mergedFrom?: string[]
  /** Set by the machine when a late request undid a later one: what the blog then had, as a hash. It is put right once. */
  putsRight?: string
}
/** Sent only while the post is scheduled for the time that the person saw. */
export interface ReschedulePayload {
  remoteId: RemotePostId
  saw: UtcIso
  to: NewSchedule
}
export interface PicturePayload {
  mediaId: MediaId
  alt: string
  /** SHA-256 of the bytes that leave; absent when the picture came from an earlier version of the desk. */
  sentHash?: string
}
export interface ReplyPayload {
  postRemoteId: RemotePostId
  parentRemoteId: RemoteCommentId
  text: string
}

/** Sent only while the comment is what the person saw. */
export interface ModerationPayload {
  remoteId: RemoteCommentId
  /** `contentHash` is the SHA-256 of its HTML. */
  saw: { status: CommentStatus; contentHash: string }
  to: CommentStatus
}

/** A review as it was when the person asked, decided or withdrew: what is said later is another letter. */
export interface ReviewPayload {
  reviewId: ReviewId
  sentBy: string
  sentAt: UtcIso
  post: ReviewedPost
  /** The last letter of this account that is in it, from whichever laptop; null before the first. */
  upTo: string | null
  /** Nobody asked for it: the blog had thrown it away. How often it did; absent where it never did. */
  timesPutAgain?: number
}

export interface PayloadOf extends Record<EntryKind, unknown> {
  'publish-post': PostPayload
  'update-post': PostPayload
  'reschedule-post': ReschedulePayload
  'upload-picture': PicturePayload
  'send-reply': ReplyPayload
  'moderate-comment': ModerationPayload
  'send-review': ReviewPayload
}
