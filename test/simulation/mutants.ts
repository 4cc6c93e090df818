/** One protection taken out of the engine: a piece of its source, and what stands there instead. */
export interface Mutant {
  name: string
  /** Below `src/main/core`. */
  file: string
  /** Occurs exactly once; when it no longer does, the engine has moved on and the mutant has to follow. */
  find: string
  replace: string
  /** What single steps come to once in ten thousand runs is played from the file of `regressions/` in which it came. */
  replays?: string
  /** Found in runs that are mostly about this. */
  about?: 'reviews'
}

export const mutants: readonly Mutant[] = [
  {
    name: 'an unclear send is repeated without a look-up',
    file: 'sync/outbox-runner.ts',
    find: 'lookUp = await actOf(entry).lookUp(',
    replace: 'lookUp = { isThere: false, quarantineMs: 0 } as LookUp || await actOf(entry).lookUp(',
  },
  {
    name: 'the draft is not reserved under the token',
    file: 'sync/acts/send-post.ts',
    find: 'createDraft({ slug: entry.token,',
    replace: "createDraft({ slug: entry.token.replace('desk-', 'draft-'),",
  },
  {
    name: 'the slug that came back is not compared with the token',
    file: 'sync/acts/send-post.ts',
    find: 'if (made.slug === entry.token) return made',
    replace: 'return made',
  },
  {
    name: 'sending is not committed before the request',
    file: 'sync/outbox-runner.ts',
    find: "return desk.outbox.moveEntry(entry.id, 'sending', {",
    replace: 'return Object.assign(desk.outbox.getEntry(entry.id), {',
  },
  {
    name: 'an absent reply is sent again at once',
    file: 'sync/acts/send-reply.ts',
    find: 'const QUARANTINE_MS = 120_000',
    replace: 'const QUARANTINE_MS = 0',
  },
  {
    name: 'the text on the blog is not compared with the base',
    file: 'sync/acts/send-post.ts',
    find: 'if (!isOurs && !isAsAgreed) {',
    replace: 'if (isOurs && !isOurs) {',
  },
  {
    name: 'what may have been applied is simply tried again',
    file: 'sync/retry-policy.ts',
    find: 'wasWriteUnderWay\n      ? {',
    replace: 'wasWriteUnderWay && false\n      ? {',
  },
  {
    name: 'every click on publish is an act',
    file: 'posts/queue-post.ts',
    find: 'return last\n',
    replace: '{ /* another one */ }\n',
  },
  {
    name: 'every click on reply is an act',
    file: 'comments/comments-service.ts',
    find: 'if (same) return same\n',
    replace: '',
  },
  {
    name: "the blog's text replaces the person's",
    file: 'sync/store-remote-post.ts',
    find: 'const copy = desk.posts.findWorkingCopy(known.id)',
    replace: 'desk.posts.removeWorkingCopy(known.id); const copy = desk.posts.findWorkingCopy(known.id)',
  },
  {
    name: 'words written while a post is sent go with it',
    file: 'sync/acts/send-post.ts',
    find: 'desk.posts.findWordsHash(postId) === entry.payload.wordsHash',
    replace: 'true',
  },
  {
    name: 'the undo window is ignored',
    file: 'sync/outbox-runner.ts',
    find: "(state === 'held' && heldUntil !== null && heldUntil <= now)",
    replace: "(state === 'held' && heldUntil !== null)",
  },
  {
    name: 'what was being sent when the laptop died is forgotten',
    file: 'store/outbox-repository.ts',
    find: "WHERE state IN ('sending', 'resolving', 'staged')",
    replace: "WHERE state IN ('resolving', 'staged')",
  },
  {
    name: 'an entry under way can be taken back',
    file: 'outbox/entry-states.ts',
    find: "unknown: ['resolving'],",
    replace: "unknown: ['resolving', 'cancelled'],",
  },
  {
    name: 'a later entry of a lane does not wait for the earlier one',
    file: 'sync/outbox-runner.ts',
    find: 'busyLanes.add(entry.lane)',
    replace: '',
  },
  {
    name: 'a picture goes ahead of a post that is kept here',
    file: 'sync/outbox-runner.ts',
    find: "if (kind !== 'upload-picture') return false",
    replace: 'return false && kind',
  },
  {
    name: 'what is kept here goes when its undo window ends',
    file: 'sync/outbox-runner.ts',
    find: "(state === 'held' && heldUntil !== null && heldUntil <= now)",
    replace: "(state === 'held' && (heldUntil ?? now) <= now)",
  },
  {
    name: 'what was stopped goes on writing',
    file: 'sync/outbox-runner.ts',
    find: 'if (desk.outbox.getEntry(entry.id).isStopped) throw new StoppedByPerson()',
    replace: '',
  },
  {
    name: 'after a gap what waited goes without a question',
    file: 'sync/arrivals.ts',
    find: 'const GAP_MS = 5 * 60_000',
    replace: 'const GAP_MS = 500 * 60 * 60_000',
  },
  {
    name: 'an unclear change of time is repeated at once',
    file: 'sync/acts/reschedule-post.ts',
    find: 'const QUARANTINE_MS = 120_000',
    replace: 'const QUARANTINE_MS = 0',
  },
  {
    name: 'Saved is shown before the commit',
    file: 'posts/autosave.ts',
    find: 'const saved = saveOf(postId)',
    replace:
      "feed.emit({ topic: 'saved', postId, window: '', sequence: unsaved.get(postId)?.what.sequence ?? 0, savedAt: '' as never })\n    const saved = saveOf(postId)",
  },
  {
    name: 'what was typed and is on the disk is forgotten by the next start',
    file: 'posts/posts-service.ts',
    find: '\n  settleLeft()\n',
    replace: '\n',
  },
  {
    name: 'a change of the text is put a block beside',
    file: 'posts/held-texts.ts',
    find: 'const content = withChange(held.blocks, change)',
    replace: 'const content = withChange(held.blocks, { ...change, from: Math.max(0, change.from - 1) })',
  },
  {
    name: 'keys of a window with old words undo what came in',
    file: 'posts/save-post.ts',
    find: 'edit.mergesSeen === null ? typed :',
    replace: 'edit.mergesSeen !== undefined ? typed :',
  },
  {
    name: 'what waits is sent as it was written, on top of a text it does not know',
    file: 'posts/rebase-sends.ts',
    find: 'desk.outbox.rebaseSend(entry.id, {',
    replace: 'void ({',
  },
  {
    name: "what a late request put back is taken for a colleague's wish",
    file: 'sync/store-remote-post.ts',
    find: '!remote.isOnlyToRead && isSetBack(',
    replace: '!remote.isOnlyToRead && agreed === null && isSetBack(',
  },
  {
    name: "what this laptop half sent is asked about like a colleague's text",
    file: 'posts/is-our-own-text.ts',
    find: '.listUnfinishedSends(postId)\n',
    replace: '.listUnfinishedSends(postId).slice(0, 0)\n',
  },
  {
    name: 'after a send of ours any text on the blog is taken for ours',
    file: 'posts/is-our-own-text.ts',
    find: 'isTextOf(desk, blogId, words, { remote, beside: remote })',
    replace: '(isTextOf(desk, blogId, words, { remote, beside: remote }) || true)',
  },
  {
    name: 'what the blog stored is not compared before it is public',
    file: 'sync/acts/send-post.ts',
    find: 'if (altered.length > 0) {',
    replace: 'if (altered.length > 99) {',
  },
  {
    name: 'redirects are followed',
    file: 'blog-api/wordpress/http.ts',
    find: "redirect: 'manual',",
    replace: "redirect: 'follow',",
  },
  {
    name: 'the state travels with the words',
    file: 'blog-api/wordpress/mapping.ts',
    find: '...(content === undefined ? {} : { content }),',
    replace: "...(content === undefined ? {} : { content, status: 'publish' }),",
  },
  {
    name: 'a time that passed is published late in silence',
    file: 'sync/acts/send-post.ts',
    find: 'isLiveStatus(before.status) || publishAt > utcIso(now)) return',
    replace: 'isLiveStatus(before.status) || publishAt > utcIso(now) || publishAt) return',
  },
  {
    name: 'what a list leaves out counts as gone without a look',
    file: 'sync/pull-vanished.ts',
    find: ': await look(api.ofKind(kind), remoteId)\n',
    replace: ": 'deleted' as const\n",
  },
  {
    name: 'half of the blog vanishes without a question',
    file: 'sync/pull-vanished.ts',
    find: 'const FEW_POSTS = 10',
    replace: 'const FEW_POSTS = 10_000',
  },
  {
    name: 'a list counts as read before its last page',
    file: 'sync/pull-list.ts',
    find: 'if (next) desk.pulls.putPosition(blogId, what, { position: next, newest, doneCount, totalCount })\n      else',
    replace: '',
    replays: 'a-first-reading-cut-before-its-last-page.json',
  },
  {
    name: 'an empty page in the middle of a list is its end',
    file: 'sync/pull-walk.ts',
    find: 'return at.within !== null || expectsSome',
    replace: 'return false',
    replays: 'an-empty-page-within-the-first-reading-of-comments.json',
  },
  {
    name: 'even the newest version is thinned',
    file: 'store/snapshot-repository.ts',
    find: 'const rows = selectAll.all(postId)\n',
    replace: 'const rows = selectAll.all(postId).toReversed()\n',
  },
  {
    name: 'what an old version took the place of is thinned',
    file: 'store/snapshot-repository.ts',
    find: "|| rows[index - 1]?.why === 'restored'",
    replace: '',
  },
  {
    name: 'of a family of drafts the youngest is taken',
    file: 'sync/acts/send-post.ts',
    find: "family.find((post) => post.status !== 'trash')",
    replace: "family.findLast((post) => post.status !== 'trash')",
  },
  {
    name: 'a merge keeps only what this person wrote',
    file: 'posts/merge-incoming.ts',
    find: 'wordsOfVersion(desk, post.blogId, merge.merged, mine))',
    replace: 'mine)',
  },
  {
    name: 'a draft is swept away although somebody has written in it',
    file: 'sync/sweep.ts',
    find: "post.status === 'draft' && post.content === '' && titles.has(post.title)",
    replace: "post.status === 'draft'",
  },
  {
    name: 'an answer tells of a correction that was taken back',
    file: 'outbox/take-back.ts',
    find: 'keepRepliesBehind(desk, entry)\n',
    replace: '',
  },
  {
    name: 'an answer takes the correction along that it tells of',
    file: 'outbox/sending-order.ts',
    find: "kind === 'send-reply' ? [] : waitsFor",
    replace: 'waitsFor',
  },
  {
    name: 'a picture goes although its post was taken back before the first byte',
    file: 'sync/outbox-runner.ts',
    find: "if (entry.kind === 'upload-picture' && !isNeeded(desk, entry)) throw new NoLongerShown()\n",
    replace: '',
    replays: 'picture-of-a-post-taken-back-before-its-first-byte.json',
  },
  {
    name: 'what a request lay over that came after its send was taken back is lost',
    file: 'sync/sweep.ts',
    find: 'entry.receipt?.revision ?? desk.sentWords.sentOver(entry.id)',
    replace: 'entry.receipt?.revision ?? null',
    replays: 'colleague-under-a-late-request-that-was-taken-back.json',
  },
  {
    name: 'a blog counts as seen only from its first round',
    file: 'blogs/blogs-service.ts',
    find: 'if (!known) desk.arrivals.setSeenOpen(blog.id, utcIso(clock.now()))\n',
    replace: '',
    replays: 'signed-in-again-after-a-first-refusal.json',
  },
  {
    name: "what somebody typed in the blog's own editor is written over by a letter",
    file: 'sync/acts/send-review.ts',
    find: "throw new AppError({ kind: 'conflict', code: 'unsaved-in-browser' })",
    replace: 'return',
    about: 'reviews',
  },
  {
    name: "a letter goes into one's own draft",
    file: 'sync/acts/send-review.ts',
    find: "if (post.status === 'draft' && post.authorId === blog.remoteUserId)",
    replace: "if (post.status === 'draft' && post.authorId === null)",
    about: 'reviews',
  },
  {
    name: 'a note is made without looking whether it is there',
    file: 'review-blog/notes-on-blog.ts',
    find: 'landed?.remoteId ??',
    replace: '',
    about: 'reviews',
  },
  {
    name: 'what was decided is told without looking whether it was',
    file: 'review-blog/notes-on-blog.ts',
    find: 'told?.remoteId ??',
    replace: '',
    about: 'reviews',
  },
  {
    name: 'what a desk told is a note before its letter says what it is',
    file: 'review-blog/take-notes.ts',
    find: 'if (isOfLetterToCome(clock, note)) return false',
    replace: '',
    about: 'reviews',
  },
  {
    name: 'what the line delivered twice is another note',
    file: 'review-blog/take-notes.ts',
    find: 'note.verdict !== null || isOfKnownLetter)',
    replace: 'note.verdict !== null)',
    about: 'reviews',
  },
  {
    name: 'a newer letter goes beside one that has not left',
    file: 'review-blog/queue-review.ts',
    find: '  takeBackLetters(desk, postId)\n  const frame',
    replace: '  const frame',
    about: 'reviews',
  },
  {
    name: 'under a policy a text goes that nobody approved',
    file: 'review/refuse-unsealed.ts',
    find: "if (seal?.state === 'whole') return\n",
    replace: 'return\n',
    about: 'reviews',
  },
]
