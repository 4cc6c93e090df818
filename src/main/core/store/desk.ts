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
import { createUndoRepository } from './undo-repository.ts'

/** Everything on the desk: each repository owns the statements of its tables, all share the one writer. */
export type Desk = ReturnType<typeof createDesk>

export function createDesk(store: Store) {
  return {
    transaction: store.transaction,
    repeatableTransaction: store.repeatableTransaction,
    blogs: createBlogRepository(store),
    posts: createPostRepository(store),
    postFacts: createPostFactsRepository(store),
    pages: createPageRepository(store),
    sticky: createStickyRepository(store),
    share: createShareRepository(store),
    snapshots: createSnapshotRepository(store),
    terms: createTermRepository(store),
    comments: createCommentRepository(store),
    away: createAwayRepository(store),
    notices: createNoticeRepository(store),
    corrections: createCorrectionRepository(store),
    readerAddresses: createReaderAddressRepository(store),
    replyDrafts: createReplyDraftRepository(store),
    savedReplies: createSavedReplyRepository(store),
    reviews: createReviewRepository(store),
    reviewTalk: createReviewTalkRepository(store),
    reviewLines: createReviewLineRepository(store),
    reviewNumbers: createReviewNumberRepository(store),
    seals: createSealRepository(store),
    media: createMediaRepository(store),
    library: createLibraryRepository(store),
    pictures: createPictureRepository(store),
    outbox: createOutboxRepository(store),
    sentWords: createSentWordsRepository(store),
    pulls: createPullRepository(store),
    arrivals: createArrivalRepository(store),
    samples: createSampleRepository(store),
    search: createSearchRepository(store),
    checks: createCheckRepository(store),
    trash: createTrashRepository(store),
    undo: createUndoRepository(store),
    feeds: createFeedRepository(store),
    insight: createInsightRepository(store),
    pairs: createPairRepository(store),
    archives: createArchiveRepository(store),
    handovers: createHandoverRepository(store),
    diagnosis: createDiagnosisRepository(store),
    revocations: createRevocationRepository(store),
    settings: createSettingsRepository(store),
  }
}
