import { sql as firstDesk } from './0001-first-desk.ts'
import { sql as outboxInFull } from './0002-outbox-in-full.ts'
import { sql as pullInFull } from './0003-pull-in-full.ts'
import { sql as mergedWhileWaiting } from './0004-merged-while-waiting.ts'
import { sql as boarding } from './0005-boarding.ts'
import { sql as stoppedEntries } from './0006-stopped-entries.ts'
import { sql as pictureNames } from './0007-picture-names.ts'
import { sql as search } from './0008-search.ts'
import { sql as checksAndTemplates } from './0009-checks-and-templates.ts'
import { sql as pictureLibrary } from './0010-picture-library.ts'
import { sql as archives } from './0011-archives.ts'
import { sql as historyAndTrash } from './0012-history-and-trash.ts'
import { sql as namesOfABlog } from './0013-names-of-a-blog.ts'
import { sql as undoSteps } from './0014-undo-steps.ts'
import { sql as sentWords } from './0015-sent-words.ts'
import { sql as conversation } from './0016-conversation.ts'
import { sql as places } from './0017-places.ts'
import { sql as awayComments } from './0018-away-comments.ts'
import { sql as draftsFound } from './0019-drafts-found.ts'
import { sql as notices } from './0020-notices.ts'
import { sql as repliesWithMarkup } from './0021-replies-with-markup.ts'
import { sql as corrections } from './0022-corrections.ts'
import { sql as savedReplies } from './0023-saved-replies.ts'
import { sql as reading } from './0024-reading.ts'
import { sql as readerAddresses } from './0025-reader-addresses.ts'
import { sql as onlyToRead } from './0026-only-to-read.ts'
import { sql as sentOver } from './0027-sent-over.ts'
import { sql as correctionsPutAway } from './0028-corrections-put-away.ts'
import { sql as reviews } from './0029-reviews.ts'
import { sql as reviewsByFile } from './0030-reviews-by-file.ts'
import { sql as reviewsThroughTheBlog } from './0031-reviews-through-the-blog.ts'
import { sql as shareLines } from './0032-share-lines.ts'
import { sql as handovers } from './0033-handovers.ts'
import { sql as revocations } from './0034-revocations.ts'
import { sql as insight } from './0035-insight.ts'
import { sql as tagsInLists } from './0036-tags-in-lists.ts'
import { sql as pairs } from './0037-pairs.ts'
import { sql as pages } from './0038-pages.ts'
import { sql as sticky } from './0039-sticky.ts'
import { sql as textsLeftAlone } from './0040-texts-left-alone.ts'
import { sql as parentWishes } from './0041-parent-wishes.ts'
import { sql as fewerPages } from './0042-fewer-pages.ts'
import { sql as countedWithTheIndex } from './0043-counted-with-the-index.ts'
import { sql as listsWithoutTexts } from './0044-lists-without-texts.ts'
import { sql as typedEdits } from './0045-typed-edits.ts'
import { sql as authorsBesideTexts } from './0046-authors-beside-texts.ts'
import { sql as countedWithoutTexts } from './0047-counted-without-texts.ts'

/** In order; the position plus one is the `user_version` the database has afterwards. Append only. */
export const migrations: readonly string[] = [
  firstDesk,
  outboxInFull,
  pullInFull,
  mergedWhileWaiting,
  boarding,
  stoppedEntries,
  pictureNames,
  search,
  checksAndTemplates,
  pictureLibrary,
  archives,
  historyAndTrash,
  namesOfABlog,
  undoSteps,
  sentWords,
  conversation,
  places,
  awayComments,
  draftsFound,
  notices,
  repliesWithMarkup,
  corrections,
  savedReplies,
  reading,
  readerAddresses,
  onlyToRead,
  sentOver,
  correctionsPutAway,
  reviews,
  reviewsByFile,
  reviewsThroughTheBlog,
  shareLines,
  handovers,
  revocations,
  insight,
  tagsInLists,
  pairs,
  pages,
  sticky,
  textsLeftAlone,
  parentWishes,
  fewerPages,
  countedWithTheIndex,
  listsWithoutTexts,
  typedEdits,
  authorsBesideTexts,
  countedWithoutTexts,
]
