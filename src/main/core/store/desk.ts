import { createArchiveRepository } from './archive-repository.ts'
import { createArrivalRepository } from './arrival-repository.ts'
import { createAwayRepository } from './away-repository.ts'
import { createBlogRepository } from './blog-repository.ts'
import { createCheckRepository } from './check-repository.ts'
import { createCommentRepository } from './comment-repository.ts'
import { createCorrectionRepository } from './correction-repository.ts'
import { createHandoverRepository } from './handover-repository.ts'
import { createInsightRepository } from './insight-repository.ts'
import { createLibraryRepository } from './library-repository.ts'
import { createMediaRepository } from './media-repository.ts'
import { createNoticeRepository } from './notice-repository.ts'
import type { Store } from './open-store.ts'
import { createOutboxRepository } from './outbox-repository.ts'
import { createPairRepository } from './pair-repository.ts'
import { createPictureRepository } from './picture-repository.ts'
import { createPostFactsRepository } from './post-facts-repository.ts'
import { createPostRepository } from './post-repository.ts'
import { createPullRepository } from './pull-repository.ts'
import { createReaderAddressRepository } from './reader-address-repository.ts'
import { createDiagnosisRepository } from './diagnosis-repository.ts'
import { createFeedRepository } from './feed-repository.ts'
import { createReplyDraftRepository } from './reply-draft-repository.ts'
import { createReviewLineRepository } from './review-line-repository.ts'
import { createReviewNumberRepository } from './review-number-repository.ts'
import { createReviewRepository } from './review-repository.ts'
import { createReviewTalkRepository } from './review-talk-repository.ts'
import { createRevocationRepository } from './revocation-repository.ts'
import { createSampleRepository } from './sample-repository.ts'
import { createSavedReplyRepository } from './saved-reply-repository.ts'
import { createSealRepository } from './seal-repository.ts'
import { createSearchRepository } from './search-repository.ts'
import { createSentWordsRepository } from './sent-words-repository.ts'
import { createSettingsRepository } from './settings-repository.ts'
import { createShareRepository } from './share-repository.ts'
import { createSnapshotRepository } from './snapshot-repository.ts'
import { createPageRepository } from './page-repository.ts'
import { createStickyRepository } from './sticky-repository.ts'
import { createTermRepository } from './term-repository.ts'
import { createTrashRepository } from './trash-repository.ts'
import { createTypedEditRepository } from './typed-edit-repository.ts'
import { createUndoRepository } from './undo-repository.ts'

const REPOSITORIES = {
  blogs: createBlogRepository,
  posts: createPostRepository,
  postFacts: createPostFactsRepository,
  pages: createPageRepository,
  sticky: createStickyRepository,
  share: createShareRepository,
  snapshots: createSnapshotRepository,
  typedEdits: createTypedEditRepository,
  terms: createTermRepository,
  comments: createCommentRepository,
  away: createAwayRepository,
  notices: createNoticeRepository,
  corrections: createCorrectionRepository,
  readerAddresses: createReaderAddressRepository,
  replyDrafts: createReplyDraftRepository,
  savedReplies: createSavedReplyRepository,
  reviews: createReviewRepository,
  reviewTalk: createReviewTalkRepository,
  reviewLines: createReviewLineRepository,
  reviewNumbers: createReviewNumberRepository,
  seals: createSealRepository,
  media: createMediaRepository,
  library: createLibraryRepository,
  pictures: createPictureRepository,
  outbox: createOutboxRepository,
  sentWords: createSentWordsRepository,
  pulls: createPullRepository,
  arrivals: createArrivalRepository,
  samples: createSampleRepository,
  search: createSearchRepository,
  checks: createCheckRepository,
  trash: createTrashRepository,
  undo: createUndoRepository,
  feeds: createFeedRepository,
  insight: createInsightRepository,
  pairs: createPairRepository,
  archives: createArchiveRepository,
  handovers: createHandoverRepository,
  diagnosis: createDiagnosisRepository,
  revocations: createRevocationRepository,
  settings: createSettingsRepository,
}

/** Everything on the desk: each repository owns the statements of its tables, all share the one writer. */
export type Desk = { readonly [Name in keyof typeof REPOSITORIES]: ReturnType<(typeof REPOSITORIES)[Name]> } & Pick<
  Store,
  'transaction' | 'repeatableTransaction' | 'aside' | 'writtenCount'
>

/** A repository prepares its statements when it is first asked for: the first list needs a handful of forty. */
export function createDesk(store: Store): Desk {
  const { transaction, repeatableTransaction, aside, writtenCount } = store
  const desk = { transaction, repeatableTransaction, aside, writtenCount }
  for (const [name, create] of Object.entries(REPOSITORIES))
    Object.defineProperty(desk, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = create(store)
        Object.defineProperty(desk, name, { value, enumerable: true })
        return value
      },
    })
  return desk as Desk
}
