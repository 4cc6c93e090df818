import { dirname, join } from 'node:path'
import type { CallRequest, CallResponse, ChangeEvent } from '../../shared/contract/wire.ts'
import { appRouter } from '../../shared/contract/router.ts'
import type { PolicyReading } from '../../shared/domain/policy.ts'
import type { CoreServices } from '../../shared/contract/services.ts'
import { createArchivesService } from './archives/archives-service.ts'
import { guardArchives } from './archives/guard-archives.ts'
import { createBackupsService } from './backups/backups-service.ts'
import type { CopyDeskBeside, DeskCopierPorts } from './backups/desk-copier.ts'
import { createBlogLines } from './blogs/blog-lines.ts'
import { createBlogsService } from './blogs/blogs-service.ts'
import { openPracticeLine } from './blogs/practice-line.ts'
import { createBoardingService } from './boarding/boarding-service.ts'
import { freeBytesOn } from './boarding/free-bytes.ts'
import { answerCall } from './answer-call.ts'
import { createChecksService } from './checks/checks-service.ts'
import { createChangeFeed } from './change-feed.ts'
import { createCommentsService } from './comments/comments-service.ts'
import { createNotices } from './comments/notices.ts'
import { createCorrectionsService } from './comments/corrections-service.ts'
import { createReplyDraftsService } from './comments/reply-drafts-service.ts'
import { createSavedRepliesService } from './comments/saved-replies-service.ts'
import { createDiagnosticsService } from './diagnostics/diagnostics-service.ts'
import { createDoctorService } from './doctor/doctor-service.ts'
import { createInsightService } from './insight/insight-service.ts'
import { createInterchangeService } from './interchange/interchange-service.ts'
import { createPreparedFiles } from './interchange/prepared-files.ts'
import { createIncomingFiles } from './media/incoming-files.ts'
import { createMediaFiles } from './media/media-files.ts'
import { createMediaService } from './media/media-service.ts'
import { createPictureFiles } from './media/picture-files.ts'
import { UNDO_WINDOW_MS } from './outbox/entry-frame.ts'
import { createOutboxService } from './outbox/outbox-service.ts'
import type { Fetch, Random, SecretStore } from './ports.ts'
import { followPolicy } from './policy/follow-policy.ts'
import { policyInForce } from './policy/policy-in-force.ts'
import { readable } from './policy/read-policy.ts'
import { createHandoverService } from './handover/handover-service.ts'
import { createHistoryService } from './posts/history-service.ts'
import { createPairsService } from './pairs/pairs-service.ts'
import { createPagesService } from './posts/pages-service.ts'
import { createPostsService } from './posts/posts-service.ts'
import { createTrashService } from './posts/trash-service.ts'
import { createUndoService } from './posts/undo-service.ts'
import { createPracticeService } from './practice/practice-service.ts'
import { isLineCut } from './practice/practice-progress.ts'
import { createPreviewService } from './preview/preview-service.ts'
import { createReadingService } from './reading/reading-service.ts'
import { createReviewsService } from './review/reviews-service.ts'
import { PASSPHRASE_COST, type PassphraseCost } from './sealing/passphrase-key.ts'
import { createSearchService } from './search/search-service.ts'
import { lockAfterMsOf } from './settings/settings-in-force.ts'
import { createSettingsService } from './settings/settings-service.ts'
import { createSpellingService } from './spelling/spelling-service.ts'
import { openStoredDesk, type StoredDesk, type StoredDeskPorts } from './stored-desk.ts'
import { createSyncEngine } from './sync/sync-engine.ts'
import { createTodayService } from './today/today-service.ts'
import { sealedFiles, unsealedFiles } from './vault/sealed-files.ts'

export interface AppCorePorts extends StoredDeskPorts {
  mediaFolder: string
  /** Of the host's log, for the diagnostics; none unless told. */
  logFolder?: string
  /** Where the practice blog keeps its own small store. */
  practiceFolder: string
  secrets: SecretStore
  fetch: Fetch
  random: Random
  /** The undo window of an act that leaves the laptop; 10 s unless told. The command line has no undo and uses 0. */
  holdMs?: number
  /** Copies the desk for a backup beside the writer, who does it by itself unless told. */
  createDeskCopier?: (ports: DeskCopierPorts) => CopyDeskBeside
  /** The desk cannot be read to its end: whoever opened it may mend it. */
  onDamage?: () => void
  /** The work that a passphrase of a file makes; that of every other desk unless told. */
  passphraseCost?: PassphraseCost
  /** What may still be written to the disk of the profile; asked of the system unless told. */
  freeBytes?: () => number
  /** What the machine's administrator decided; asked again every few minutes. Nothing unless told. */
  readPolicy?: () => PolicyReading
}

/** A window makes these with the keys; all other acts come from somebody who waits for them. */
const WHILE_TYPING: ReadonlySet<string> = new Set(['posts.edit', 'posts.flush', 'undo.keep'])

/** The whole program without a host. */
export interface AppCore {
  /** Never throws and never rejects: what went wrong is the answer's `error`. */
  call(request: CallRequest): Promise<CallResponse>
  onChange(listener: (event: ChangeEvent) => void): () => void
  /** Begins to sync by itself; without it only `line.syncNow` does. */
  start(): void
  /** How long nobody may be at the desk before it locks itself; null: it never does. */
  lockAfterMs(): number | null
  /** Commits pending edits, without which the desk does not lock itself. Throws `database` when they cannot be written; they are held then. */
  saveEdits(): void
  /** Commits pending edits, cuts what is on the network and closes the database; never waits for a blog. */
  close(): Promise<void>
}

/** Throws as `openStoredDesk` does, where the desk is not given; closing the core closes it. */
export function createAppCore(ports: AppCorePorts, given?: StoredDesk): AppCore {
  const readMachine = ports.readPolicy ?? (() => ({ found: 'nothing' }))
  const opened = given ?? openStoredDesk(ports, readable(readMachine()))
  const { clock, random, log, secrets, fetch, holdMs: askedHoldMs = UNDO_WINDOW_MS } = ports
  const { store, desk } = opened
  const feed = createChangeFeed()
  const policy = followPolicy({ desk, clock, feed, log, read: readMachine })
  const fileSeal = ports.keys ? sealedFiles(ports.keys.files, random) : unsealedFiles
  const files = createMediaFiles(ports.mediaFolder, fileSeal)
  const pictureFiles = createPictureFiles({
    desk,
    files,
    fileSeal,
    folder: join(dirname(ports.mediaFolder), 'media-sizes'),
  })
  const practice = openPracticeLine({
    folder: ports.practiceFolder,
    fileSeal,
    clock,
    random,
    isCut: () => isLineCut(desk),
  })
  const lines = createBlogLines({ fetch, secrets, practice })
  const holdMs = Math.max(askedHoldMs, (policyInForce(desk).holdSeconds ?? 0) * 1000)
  const common = { desk, clock, random, feed, log, holdMs, files, pictureFiles, secrets, lines, practice }
  const onQueued = (blogId: Parameters<typeof engine.poke>[0]): void => engine.poke(blogId)
  const settings = createSettingsService({
    ...common,
    onCostChanged: () => engine.costChanged(),
    inForce: opened.settings,
  })
  const posts = createPostsService({ ...common, onQueued, profile: () => settings.get().profile })
  const tellOf = createNotices({ ...common, settings: () => settings.get() })
  const reading = createReadingService({ ...common, posts, isLineCostly: () => settings.isLineCostly() })
  const engine = createSyncEngine({
    ...common,
    flushEdits: (postId) => void posts.flush(postId),
    asksOnArrival: () => settings.asksOnArrival(),
    isLineCostly: () => settings.isLineCostly(),
    onPulled(blogId, { isAsked }) {
      tellOf(blogId)
      reading.followSync(isAsked)
    },
  })
  const preview = createPreviewService({ ...common, isLineCostly: () => settings.isLineCostly() })
  const freeBytes = ports.freeBytes ?? (() => freeBytesOn(ports.mediaFolder))
  const boarding = createBoardingService({
    ...common,
    renewSiteStyle: preview.renewSiteStyle,
    engine,
    freeBytes,
    isLineCostly: () => settings.isLineCostly(),
  })
  const prepared = createPreparedFiles(random)
  const archives = createArchivesService({ ...common, posts, prepared })
  const search = createSearchService({
    ...common,
    profile: () => settings.get().profile,
    settleEdits: posts.settleAll,
  })
  const trash = createTrashService({ ...common, saveAll: posts.saveAll })
  const incoming = createIncomingFiles({ folder: join(dirname(ports.mediaFolder), 'media-incoming'), files, random })
  const media = createMediaService({ ...common, incoming })
  const spelling = createSpellingService({ ...common, folder: join(dirname(ports.mediaFolder), 'dictionaries') })
  const comments = createCommentsService({ ...common, onQueued, settings: () => settings.get() })
  const onDamage = ports.onDamage ?? (() => undefined)
  const backups = createBackupsService({
    ...common,
    store,
    folder: join(dirname(ports.databasePath), 'backups'),
    key: ports.keys?.database ?? null,
    copyBeside:
      ports.createDeskCopier?.({ databasePath: ports.databasePath, key: ports.keys?.database ?? null, log }) ?? null,
    onDamage,
  })
  const doctor = createDoctorService({ ...common, prepared, isLineCostly: () => settings.isLineCostly() })
  const blogs = createBlogsService({
    ...common,
    onNewBlog: (blogId) => settings.introduce(blogId),
    onAccountChanged: (blogId) => engine.accountChanged(blogId),
  })
  const guided = createPracticeService({
    ...common,
    posts,
    syncNow: (blogId) => void engine.syncNow(blogId).catch(() => log.warn('practice-round-failed')),
  })
  const services: CoreServices = {
    ...guardArchives(desk, {
      posts,
      pages: createPagesService(common),
      comments,
      corrections: createCorrectionsService({ ...common, flushEdits: (postId) => void posts.flush(postId) }),
      replyDrafts: createReplyDraftsService(common),
      reviews: createReviewsService({
        ...common,
        onQueued,
        lookForReviews: () => engine.lookForReviews(),
        media,
        prepared,
        passphraseCost: ports.passphraseCost ?? PASSPHRASE_COST,
        flushEdits: (postId) => void posts.flush(postId),
        settings: () => settings.get(),
      }),
      history: createHistoryService(common),
      trash,
      undo: createUndoService(common),
    }),
    savedReplies: createSavedRepliesService(common),
    blogs,
    media,
    interchange: createInterchangeService({ ...common, posts, media, prepared }),
    archives,
    outbox: createOutboxService({
      ...common,
      onQueued,
      onStopped: (blogId, entryId) => engine.cut(blogId, entryId),
    }),
    line: engine,
    today: createTodayService({ desk, clock, line: engine, settings: () => settings.get() }),
    boarding,
    practice: guided,
    preview,
    search,
    reading,
    backups,
    doctor,
    insight: createInsightService({ ...common, prepared, settings: () => settings.get() }),
    pairs: createPairsService({ ...common, flush: (postId) => void posts.flush(postId), beginPost: posts.beginWith }),
    diagnostics: createDiagnosticsService({
      ...common,
      prepared,
      backups,
      line: engine,
      doctor,
      settings: () => settings.get(),
      isSealed: ports.keys !== null,
      logFolder: ports.logFolder ?? null,
      freeBytes,
    }),
    handover: createHandoverService({
      ...common,
      store,
      folder: dirname(ports.databasePath),
      backupsFolder: join(dirname(ports.databasePath), 'backups'),
      key: ports.keys?.database ?? null,
      media,
      prepared,
      practiceFolder: ports.practiceFolder,
      fileSeal,
      flushEdits: (postId) => void posts.flush(postId),
    }),
    checks: createChecksService({
      ...common,
      flushEdits: (postId) => void posts.flush(postId),
      spell: (asked) => spelling.check(asked),
      isSpelling: () => settings.get().spelling,
    }),
    spelling,
    settings,
  }

  return {
    async call(request) {
      // Whatever is done with words is done with those that were typed last.
      if (request.type === 'mutation' && !WHILE_TYPING.has(request.path)) posts.settleAll()
      const response = await answerCall(appRouter, services, log, random, request)
      if (!response.ok && response.error.kind === 'database' && response.error.reason === 'corrupt') onDamage()
      return response
    },
    onChange: (listener) => feed.onChange(listener),
    start() {
      policy.start()
      engine.start()
      search.start()
      trash.start()
      comments.start()
      backups.start()
      blogs.start()
    },
    lockAfterMs: () => lockAfterMsOf(settings.get()),
    saveEdits: () => posts.saveAll(),
    async close() {
      try {
        for (const service of [guided, policy, posts, comments, preview, archives, search, trash, blogs])
          service.close()
        await Promise.allSettled([
          engine.stop(),
          doctor.close(),
          reading.close(),
          media.close(),
          boarding.close(),
          spelling.close(),
          backups.close(),
        ])
      } finally {
        store.close()
      }
    },
  }
}
