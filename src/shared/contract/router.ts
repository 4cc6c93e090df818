import { z } from 'zod'
import {
  addressInput,
  awayInput,
  commentIdInput,
  commentStatusInput,
  connectInput,
  dictionaryFilesInput,
  entryIdInput,
  fileNameInput,
  fineInput,
  fromTemplateInput,
  languageTagInput,
  LONGEST_WORD,
  captionsInput,
  mediaIdInput,
  nameInput,
  packFileInput,
  pictureEditInput,
  pictureSizeInput,
  pictureWordsInput,
  typedEditInput,
  postFactsInput,
  stickyInput,
  postIdInput,
  publishInput,
  replyTextInput,
  rescheduleInput,
  searchQueryInput,
  seenCommentInput,
  snapshotIdInput,
  spellingInput,
  summariesInput,
  undoInput,
} from './inputs.ts'
import { blogIdInput, settingsPatchInput, speechInput } from './settings-input.ts'
import { MOST_DECIDED } from '../domain/conversation.ts'
import { backupRouter } from './backup-router.ts'
import { newestInput } from './first-calls.ts'
import { handoverRouter } from './handover-router.ts'
import { conversationRouters } from './conversation-router.ts'
import { diagnosticsRouter } from './diagnostics-router.ts'
import { doctorRouter } from './doctor-router.ts'
import { insightRouter } from './insight-router.ts'
import { pageRouter } from './page-router.ts'
import { pairRouter } from './pair-router.ts'
import { procedure, router } from './procedure.ts'
import { practiceRouter } from './practice-router.ts'
import { readingRouter } from './reading-router.ts'
import { reviewRouter } from './review-router.ts'

/**
 * The one contract between a window (or the command line) and the core. A new call is a line here and a method in
 * services.ts; nothing compiles until the core implements it. Errors are `AppErrorData` (see errors.ts).
 */
export const appRouter = router({
  today: router({ look: procedure.query(({ ctx }) => ctx.today.look()) }),

  blogs: router({
    list: procedure.query(({ ctx }) => ctx.blogs.list()),
    discover: procedure
      .input(z.object({ address: addressInput }))
      .mutation(({ ctx, input }) => ctx.blogs.discover(input.address)),
    connect: procedure.input(connectInput).mutation(({ ctx, input }) => ctx.blogs.connect(input)),
    startApproval: procedure
      .input(z.object({ address: addressInput, returnUrl: z.string().max(500).nullable() }))
      .mutation(({ ctx, input }) => ctx.blogs.startApproval(input)),
    completeApproval: procedure
      .input(
        z.object({
          state: z.string().min(20).max(200),
          siteUrl: addressInput,
          userName: z.string().trim().min(1).max(200),
          applicationPassword: z.string().trim().min(1).max(200),
        }),
      )
      .mutation(({ ctx, input }) => ctx.blogs.completeApproval(input)),
    connectPractice: procedure.mutation(({ ctx }) => ctx.blogs.connectPractice()),
    signOut: procedure
      .input(z.object({ blogId: blogIdInput, revoke: z.boolean().default(false) }))
      .mutation(({ ctx, input }) => ctx.blogs.signOut(input)),
    revocations: procedure.query(({ ctx }) => ctx.blogs.revocations()),
    retryRevocation: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.blogs.retryRevocation(input.blogId)),
    noteRevoked: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.blogs.noteRevoked(input.blogId)),
    terms: procedure.input(z.object({ blogId: blogIdInput })).query(({ ctx, input }) => ctx.blogs.terms(input.blogId)),
  }),

  posts: router({
    newest: procedure.input(newestInput).query(({ ctx, input }) => ctx.posts.newest(input)),
    summaries: procedure.input(summariesInput).query(({ ctx, input }) => ctx.posts.summaries(input)),
    lastOpened: procedure.query(({ ctx }) => ctx.posts.lastOpened()),
    list: procedure.input(z.object({ blogId: blogIdInput })).query(({ ctx, input }) => ctx.posts.list(input.blogId)),
    get: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.posts.get(input.postId)),
    create: procedure
      .input(z.object({ blogId: blogIdInput, kind: z.enum(['post', 'page']).default('post') }))
      .mutation(({ ctx, input }) => ctx.posts.create(input)),
    createFrom: procedure.input(fromTemplateInput).mutation(({ ctx, input }) => ctx.posts.createFrom(input)),
    setFacts: procedure.input(postFactsInput).mutation(({ ctx, input }) => ctx.posts.setFacts(input)),
    setSticky: procedure.input(stickyInput).mutation(({ ctx, input }) => ctx.posts.setSticky(input)),
    edit: procedure.input(typedEditInput).mutation(({ ctx, input }) => ctx.posts.edit(input)),
    flush: procedure
      .input(z.object({ postId: postIdInput }))
      .mutation(({ ctx, input }) => ctx.posts.flush(input.postId)),
    publish: procedure.input(publishInput).mutation(({ ctx, input }) => ctx.posts.publish(input)),
    reschedule: procedure.input(rescheduleInput).mutation(({ ctx, input }) => ctx.posts.reschedule(input)),
    source: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.posts.source(input.postId)),
    readSource: procedure
      .input(z.object({ postId: postIdInput, markup: z.string().max(64 * 1024 * 1024) }))
      .mutation(({ ctx, input }) => ctx.posts.readSource(input)),
    history: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.posts.history(input.postId)),
    restore: procedure
      .input(z.object({ postId: postIdInput, snapshotId: snapshotIdInput }))
      .mutation(({ ctx, input }) => ctx.posts.restore(input)),
    conflict: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.posts.conflict(input.postId)),
    resolve: procedure
      .input(z.object({ postId: postIdInput, choices: z.record(z.string(), z.enum(['mine', 'theirs', 'both'])) }))
      .mutation(({ ctx, input }) => ctx.posts.resolve(input)),
    offBlog: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.posts.offBlog(input.postId)),
    keepAsNew: procedure
      .input(z.object({ postId: postIdInput }))
      .mutation(({ ctx, input }) => ctx.posts.keepAsNew(input.postId)),
    letGo: procedure
      .input(z.object({ postId: postIdInput }))
      .mutation(({ ctx, input }) => ctx.posts.letGo(input.postId)),
    setTrashed: procedure
      .input(z.object({ postId: postIdInput, isTrashed: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.posts.setTrashed(input)),
  }),

  history: router({
    changes: procedure
      .input(z.object({ postId: postIdInput, snapshotIds: z.array(snapshotIdInput).max(100) }))
      .query(({ ctx, input }) => ctx.history.changes(input)),
    version: procedure
      .input(z.object({ postId: postIdInput, snapshotId: snapshotIdInput }))
      .query(({ ctx, input }) => ctx.history.version(input)),
    name: procedure
      .input(z.object({ postId: postIdInput, snapshotId: snapshotIdInput, name: z.string().trim().max(200) }))
      .mutation(({ ctx, input }) => ctx.history.name(input)),
  }),

  trash: router({
    list: procedure.input(z.object({ blogId: blogIdInput })).query(({ ctx, input }) => ctx.trash.list(input.blogId)),
    deleteNow: procedure
      .input(z.object({ postId: postIdInput }))
      .mutation(({ ctx, input }) => ctx.trash.deleteNow(input.postId)),
  }),

  undo: router({
    find: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.undo.find(input.postId)),
    keep: procedure.input(undoInput).mutation(({ ctx, input }) => ctx.undo.keep(input)),
  }),

  comments: router({
    list: procedure
      .input(z.object({ blogId: blogIdInput, postId: postIdInput.nullable() }))
      .query(({ ctx, input }) => ctx.comments.list(input)),
    inbox: procedure
      .input(z.object({ blogId: blogIdInput }))
      .query(({ ctx, input }) => ctx.comments.inbox(input.blogId)),
    waiting: procedure
      .input(z.object({ blogId: blogIdInput, limit: z.int().positive().max(200) }))
      .query(({ ctx, input }) => ctx.comments.waiting(input)),
    badge: procedure.query(({ ctx }) => ctx.comments.badge()),
    away: procedure.input(awayInput).query(({ ctx, input }) => ctx.comments.away(input)),
    readAway: procedure.input(awayInput).mutation(({ ctx, input }) => ctx.comments.readAway(input)),
    readerAddress: procedure
      .input(z.object({ commentId: commentIdInput }))
      .mutation(({ ctx, input }) => ctx.comments.readerAddress(input.commentId)),
    replyContext: procedure
      .input(z.object({ commentId: commentIdInput }))
      .query(({ ctx, input }) => ctx.comments.replyContext(input.commentId)),
    reply: procedure
      .input(z.object({ commentId: commentIdInput, text: replyTextInput }))
      .mutation(({ ctx, input }) => ctx.comments.reply(input)),
    editReply: procedure
      .input(z.object({ entryId: entryIdInput, text: replyTextInput }))
      .mutation(({ ctx, input }) => ctx.comments.editReply(input)),
    moderate: procedure
      .input(z.object({ seen: z.array(seenCommentInput).min(1).max(MOST_DECIDED), to: commentStatusInput }))
      .mutation(({ ctx, input }) => ctx.comments.moderate(input)),
    takeBack: procedure
      .input(z.object({ blogId: blogIdInput, entryIds: z.array(entryIdInput).min(1).max(MOST_DECIDED) }))
      .mutation(({ ctx, input }) => ctx.comments.takeBack(input)),
    markRead: procedure
      .input(
        z.object({
          blogId: blogIdInput,
          commentIds: z.array(commentIdInput).max(10_000),
          isRead: z.boolean().default(true),
        }),
      )
      .mutation(({ ctx, input }) => ctx.comments.markRead(input)),
    setFlagged: procedure
      .input(z.object({ blogId: blogIdInput, commentIds: z.array(commentIdInput).max(10_000), isFlagged: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.comments.setFlagged(input)),
  }),

  ...conversationRouters,
  reviews: reviewRouter,

  media: router({
    add: procedure
      .input(z.object({ fileName: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }))
      .mutation(({ ctx, input }) => ctx.media.add(input)),
    startFile: procedure
      .input(z.object({ fileName: z.string().min(1).max(255) }))
      .mutation(({ ctx, input }) => ctx.media.startFile(input)),
    addPart: procedure
      .input(z.object({ addId: z.uuid(), at: z.int().nonnegative(), bytes: z.instanceof(Uint8Array) }))
      .mutation(({ ctx, input }) => ctx.media.addPart(input)),
    finishFile: procedure
      .input(z.object({ addId: z.uuid() }))
      .mutation(({ ctx, input }) => ctx.media.finishFile(input)),
    addCaptions: procedure.input(captionsInput).mutation(({ ctx, input }) => ctx.media.addCaptions(input)),
    captions: procedure
      .input(z.object({ blogId: blogIdInput, mediaId: mediaIdInput.nullable(), src: z.string().max(10_000) }))
      .query(({ ctx, input }) => ctx.media.captions(input)),
    get: procedure.input(z.object({ mediaId: mediaIdInput })).query(({ ctx, input }) => ctx.media.get(input.mediaId)),
    shownIn: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.media.shownIn(input.postId)),
    /** Hosts serve this as `/media/<id>`; a window never calls it. */
    read: procedure
      .input(z.object({ mediaId: mediaIdInput, size: pictureSizeInput.default('whole') }))
      .query(({ ctx, input }) => ctx.media.read(input)),
    cut: procedure
      .input(z.object({ mediaId: mediaIdInput, edit: pictureEditInput }))
      .mutation(({ ctx, input }) => ctx.media.cut(input)),
    library: procedure
      .input(z.object({ blogId: blogIdInput }))
      .query(({ ctx, input }) => ctx.media.library(input.blogId)),
    describe: procedure.input(pictureWordsInput).mutation(({ ctx, input }) => ctx.media.describe(input)),
    setTrashed: procedure
      .input(z.object({ mediaId: mediaIdInput, isTrashed: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.media.setTrashed(input)),
  }),

  outbox: router({
    list: procedure.input(z.object({ blogId: blogIdInput })).query(({ ctx, input }) => ctx.outbox.list(input.blogId)),
    cancel: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.cancel(input.entryId)),
    tryNow: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.tryNow(input.entryId)),
    sendUrgent: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.sendUrgent(input.entryId)),
    discarded: procedure
      .input(z.object({ blogId: blogIdInput }))
      .query(({ ctx, input }) => ctx.outbox.discarded(input.blogId)),
    replyText: procedure
      .input(z.object({ entryId: entryIdInput }))
      .query(({ ctx, input }) => ctx.outbox.replyText(input.entryId)),
    move: procedure
      .input(z.object({ entryId: entryIdInput, before: entryIdInput.nullable() }))
      .mutation(({ ctx, input }) => ctx.outbox.move(input)),
    hold: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.hold(input.entryId)),
    release: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.release(input.entryId)),
    stop: procedure
      .input(z.object({ entryId: entryIdInput }))
      .mutation(({ ctx, input }) => ctx.outbox.stop(input.entryId)),
  }),

  line: router({
    list: procedure.query(({ ctx }) => ctx.line.list()),
    syncNow: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.line.syncNow(input.blogId)),
    setPaused: procedure
      .input(z.object({ blogId: blogIdInput, isPaused: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.line.setPaused(input)),
    letGo: procedure
      .input(z.object({ blogId: blogIdInput, entryIds: z.array(entryIdInput).max(10_000).nullable() }))
      .mutation(({ ctx, input }) => ctx.line.letGo(input)),
    confirmVanished: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.line.confirmVanished(input.blogId)),
  }),

  checks: router({
    rules: procedure.query(({ ctx }) => ctx.checks.rules()),
    addPack: procedure.input(packFileInput).mutation(({ ctx, input }) => ctx.checks.addPack(input)),
    removePack: procedure
      .input(z.object({ fileName: fileNameInput }))
      .mutation(({ ctx, input }) => ctx.checks.removePack(input.fileName)),
    addName: procedure.input(nameInput).mutation(({ ctx, input }) => ctx.checks.addName(input)),
    removeName: procedure.input(nameInput).mutation(({ ctx, input }) => ctx.checks.removeName(input)),
    fine: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.checks.fine(input.postId)),
    setFine: procedure.input(fineInput).mutation(({ ctx, input }) => ctx.checks.setFine(input)),
    run: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.checks.run(input.postId)),
  }),

  spelling: router({
    dictionaries: procedure.query(({ ctx }) => ctx.spelling.dictionaries()),
    addDictionary: procedure
      .input(dictionaryFilesInput)
      .mutation(({ ctx, input }) => ctx.spelling.addDictionary(input)),
    removeDictionary: procedure
      .input(z.object({ language: languageTagInput }))
      .mutation(({ ctx, input }) => ctx.spelling.removeDictionary(input.language)),
    check: procedure.input(spellingInput).query(({ ctx, input }) => ctx.spelling.check(input)),
    suggest: procedure
      .input(z.object({ language: languageTagInput, word: z.string().min(1).max(LONGEST_WORD) }))
      .query(({ ctx, input }) => ctx.spelling.suggest(input)),
  }),

  boarding: router({
    check: procedure.query(({ ctx }) => ctx.boarding.check()),
    bringDown: procedure.mutation(({ ctx }) => ctx.boarding.bringDown()),
    answerPictures: procedure
      .input(z.object({ blogId: blogIdInput, isWanted: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.boarding.answerPictures(input)),
    stop: procedure.mutation(({ ctx }) => ctx.boarding.stop()),
  }),

  interchange: router({
    exportPost: procedure
      .input(z.object({ postId: postIdInput, to: z.enum(['markdown', 'html', 'word']) }))
      .mutation(({ ctx, input }) => ctx.interchange.exportPost(input)),
    importFile: procedure
      .input(z.object({ blogId: blogIdInput, fileName: fileNameInput, bytes: z.instanceof(Uint8Array) }))
      .mutation(({ ctx, input }) => ctx.interchange.importFile(input)),
    takeFile: procedure
      .input(z.object({ fileId: z.uuid() }))
      .query(({ ctx, input }) => ctx.interchange.takeFile(input.fileId)),
  }),

  archives: router({
    begin: procedure
      .input(z.object({ fileName: fileNameInput, sizeBytes: z.int().nonnegative() }))
      .mutation(({ ctx, input }) => ctx.archives.begin(input)),
    feed: procedure
      .input(z.object({ archiveId: blogIdInput, bytes: z.instanceof(Uint8Array) }))
      .mutation(({ ctx, input }) => ctx.archives.feed(input)),
    finish: procedure
      .input(z.object({ archiveId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.archives.finish(input.archiveId)),
    cancel: procedure
      .input(z.object({ archiveId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.archives.cancel(input.archiveId)),
    remove: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.archives.remove(input.blogId)),
    copyPost: procedure
      .input(z.object({ postId: postIdInput, blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.archives.copyPost(input)),
    exportBlog: procedure
      .input(z.object({ blogId: blogIdInput }))
      .mutation(({ ctx, input }) => ctx.archives.exportBlog(input.blogId)),
  }),

  preview: router({
    siteStyle: procedure
      .input(z.object({ blogId: blogIdInput }))
      .query(({ ctx, input }) => ctx.preview.siteStyle(input.blogId)),
    renewSiteStyle: procedure
      .input(z.object({ blogId: blogIdInput, isAsked: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.preview.renewSiteStyle(input.blogId, input)),
  }),

  search: router({
    find: procedure.input(searchQueryInput).query(({ ctx, input }) => ctx.search.find(input)),
    authors: procedure.query(({ ctx }) => ctx.search.authors()),
    places: procedure.query(({ ctx }) => ctx.search.places()),
    tags: procedure.query(({ ctx }) => ctx.search.tags()),
  }),

  practice: practiceRouter,
  reading: readingRouter,
  backups: backupRouter,
  doctor: doctorRouter,
  insight: insightRouter,
  pairs: pairRouter,
  pages: pageRouter,
  diagnostics: diagnosticsRouter,
  handover: handoverRouter,

  settings: router({
    get: procedure.query(({ ctx }) => ctx.settings.get()),
    policy: procedure.query(({ ctx }) => ctx.settings.policy()),
    set: procedure.input(settingsPatchInput).mutation(({ ctx, input }) => ctx.settings.set(input)),
    noteSpeech: procedure.input(speechInput).mutation(({ ctx, input }) => ctx.settings.noteSpeech(input)),
    noteMetered: procedure
      .input(z.object({ isMetered: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.settings.noteMetered(input.isMetered)),
  }),
})

export type AppRouter = typeof appRouter
