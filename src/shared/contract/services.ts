import type { ReadPack, RulePack } from '../content/checks/packs/rule-pack.ts'
import type { CheckRun } from '../content/checks/run-checks.ts'
import type { TemplateId } from '../content/templates/template.ts'
import type { ChangedWords } from '../content/count-changed-words.ts'
import type { PostDocument } from '../content/document.ts'
import type { Choice, PostMerge } from '../content/merge/post-merge.ts'
import type { Blog, Revocation, Term } from '../domain/blog.ts'
import type { BoardingCheck } from '../domain/boarding.ts'
import type {
  BlogId,
  CommentId,
  EntryId,
  MediaId,
  PostId,
  RemoteMediaId,
  RemoteTermId,
  SnapshotId,
  UtcIso,
} from '../domain/ids.ts'
import type { Line } from '../domain/line.ts'
import type { LibraryPicture, MediaFile, Picture, PictureEdit } from '../domain/media.ts'
import type { DiscardedReply, OutboxEntry } from '../domain/outbox-entry.ts'
import type { SearchAnswer } from '../domain/search.ts'
import type { Byline, NewSchedule, OffBlog, Post, PostKind, PostSummary, PostWords } from '../domain/post.ts'
import type {
  CommentsService,
  CorrectionsService,
  ReplyDraftsService,
  SavedRepliesService,
} from './conversation-services.ts'
import type { BackupsService } from './backup-services.ts'
import type { DiagnosticsService } from './diagnostics-services.ts'
import type { DoctorService } from './doctor-services.ts'
import type { HandoverService } from './handover-services.ts'
import type { InsightService } from './insight-services.ts'
import type { PagesService } from './page-services.ts'
import type { PairService } from './pair-services.ts'
import type { ArchivesService, InterchangeService } from './interchange-services.ts'
import type { PracticeService } from './practice-services.ts'
import type { ReadingService } from './reading-services.ts'
import type { ReviewsService } from './review-services.ts'
import type { SpellingService } from './spelling-services.ts'
import type { TodayService } from './today-services.ts'
import type { PolicyStatus } from '../domain/policy.ts'
import type { Speech } from '../words/languages.ts'
import type { ChangedText, PictureSize, PostEdit, SearchQuery } from './inputs.ts'
import type { Settings, SettingsPatch } from './settings-input.ts'

/** What the core does for the window, one interface per place in the program. The router below parses, these act. */
export interface CoreServices {
  today: TodayService
  blogs: BlogsService
  posts: PostsService
  pages: PagesService
  history: HistoryService
  trash: TrashService
  undo: UndoService
  comments: CommentsService
  corrections: CorrectionsService
  replyDrafts: ReplyDraftsService
  savedReplies: SavedRepliesService
  reviews: ReviewsService
  media: MediaService
  outbox: OutboxService
  line: LineService
  boarding: BoardingService
  interchange: InterchangeService
  archives: ArchivesService
  practice: PracticeService
  preview: PreviewService
  search: SearchService
  checks: ChecksService
  spelling: SpellingService
  reading: ReadingService
  backups: BackupsService
  doctor: DoctorService
  insight: InsightService
  pairs: PairService
  diagnostics: DiagnosticsService
  handover: HandoverService
  settings: SettingsService
}

export interface DiscoveredBlog {
  name: string
  url: string
  /** null when application passwords are switched off there. */
  approvalUrl: string | null
}

export interface BlogsService {
  list(): Blog[]
  /** Looks at an address without signing in. Throws `not-the-blog` with why, `offline`, `insecure-line`. */
  discover(address: string): Promise<DiscoveredBlog>
  /** Discovers, signs in, reads the rights, stores the password in the secret store and starts the first pull. Connecting the same account again renews its password. */
  connect(options: { address: string; userName: string; applicationPassword: string }): Promise<Blog>
  /** Begins the approval in the browser; the answer comes to the host as a return address, see completeApproval. */
  startApproval(options: { address: string; returnUrl: string | null }): Promise<{ approvalUrl: string }>
  /** Only an approval begun here within the last 15 minutes is taken. */
  completeApproval(options: {
    state: string
    siteUrl: string
    userName: string
    applicationPassword: string
  }): Promise<Blog>
  connectPractice(): Promise<Blog>
  /**
   * Removes the password from this laptop; posts, history and the outbox stay. With `revoke` the blog takes it no more either: `later`: there is
   * no line, and it is tried until it is done; `by-hand`: only a person can, see `revocations`.
   */
  signOut(options: { blogId: BlogId; revoke: boolean }): Promise<'kept' | 'revoked' | 'later' | 'by-hand'>
  /** Passwords that are still to be taken back on their blogs. */
  revocations(): Revocation[]
  retryRevocation(blogId: BlogId): Promise<'revoked' | 'later' | 'by-hand'>
  /** A person took it back there, or it is not to be. */
  noteRevoked(blogId: BlogId): Promise<void>
  terms(blogId: BlogId): Term[]
}

export interface SavedPost {
  /** The window whose edit it was. */
  window: string
  sequence: number
  savedAt: UtcIso
}

export interface Snapshot {
  id: SnapshotId
  createdAt: UtcIso
  why: 'autosave' | 'sent' | 'received' | 'before-receive' | 'merged' | 'restored'
  title: string
  wordCount: number
  /** What the person called it. */
  name: string | null
  /** Of a `sent` one: what became of it. */
  sentAs: 'published' | 'in-review' | 'scheduled' | 'changed-there' | 'waits' | 'taken-back' | null
}

/** A version with its words. */
export interface Version extends Omit<Snapshot, 'sentAs'> {
  words: PostWords
}

export interface HistoryService {
  /** How many words each of these has that the version before it had not, and the other way round. Read when looked at. */
  changes(options: { postId: PostId; snapshotIds: SnapshotId[] }): (ChangedWords & { id: SnapshotId })[]
  version(options: { postId: PostId; snapshotId: SnapshotId }): Version
  /** '' takes the name away. A version with a name is never thinned out. */
  name(options: { postId: PostId; snapshotId: SnapshotId; name: string }): void
}

export interface TrashedPost {
  postId: PostId
  trashedAt: UtcIso
  /** When it is deleted for good; null while something of it was sent, or may still arrive. */
  goesAt: UtcIso | null
}

export interface TrashService {
  /** What the person put into the trash of this laptop, the longest there first. */
  list(blogId: BlogId): TrashedPost[]
  /** For good, with its history. `not-allowed-now` unless it lies in the trash and never left this laptop. */
  deleteNow(postId: PostId): void
}

/** What changed on both sides, with what people call the things that the merge knows by the blog's numbers. */
export interface Conflict extends PostMerge {
  categoryNames: Partial<Record<RemoteTermId, string>>
  pictureNames: Partial<Record<RemoteMediaId, string>>
}

export interface PostsService {
  list(blogId: BlogId): PostSummary[]
  /** The first of `list`, for the time until that is there: costs the same on every desk. */
  newest(asked: { blogId: BlogId; limit: number }): PostSummary[]
  /** Those rows of `list`, in no order: what a window that has the list asks for after a change. */
  summaries(asked: { blogId: BlogId; postIds: PostId[] }): PostSummary[]
  get(postId: PostId): Post
  /** The post that was open last, to open the window at the last sentence; null on a fresh desk. */
  lastOpened(): { blogId: BlogId; postId: PostId } | null
  create(options: { blogId: BlogId; kind: PostKind }): Post
  /** A post that begins with a template; for questions and answers with the comments that were chosen. */
  createFrom(options: { blogId: BlogId; template: TemplateId; commentIds: CommentId[] }): Post
  /** What this desk alone keeps of a post: nothing of it goes to the blog. */
  setFacts(options: { postId: PostId; reviewBy?: string | null | undefined; byline?: Byline | null | undefined }): void
  /** Whether the blog is to keep it at its top: goes with the next sending of the post. `not-allowed-now` where `stickyFixed`. */
  setSticky(options: { postId: PostId; isSticky: boolean }): void
  /**
   * Takes the newest text into the core at once; it is committed 250 ms after the last key, at the latest after 1 s. A `saved` event follows the commit. Older
   * sequences are ignored. Of a text that the core holds only the change need come; `send-whole`: it does not hold it, and nothing was taken.
   */
  edit(edit: PostEdit | ChangedText): 'taken' | 'send-whole'
  /** Commits what `edit` brought, now; everything that reads the words sees them then. */
  flush(postId: PostId): SavedPost | null
  /**
   * Puts the post into the outbox with a 10 s hold; twenty clicks make one entry. With `publishAt` the blog makes it public
   * then; if that time passes before there was a line, nothing goes and the person is asked. `unsealed` where the blog asks for
   * an approval that is missing; `urgent` goes all the same where the policy allows it, and is to be reviewed then.
   */
  publish(options: {
    postId: PostId
    as: 'publish' | 'pending'
    publishAt: UtcIso | null
    urgent?: { why: string; name: string } | null
  }): OutboxEntry
  /**
   * For a scheduled post: another time, public at once, or a draft again. An entry of its own, which leaves the words alone and
   * goes only while the post is scheduled as the person saw it. Throws `not-allowed-now` for any other post.
   */
  reschedule(options: { postId: PostId; to: NewSchedule }): OutboxEntry
  /** The text as the block markup that goes to the blog; pictures only on this laptop by names that readSource knows again. */
  source(postId: PostId): { markup: string }
  /** Any text as a document: what is no whole block stays in it byte for byte. Footnotes keep their words. Changes nothing. */
  readSource(options: { postId: PostId; markup: string }): PostDocument
  history(postId: PostId): Snapshot[]
  /** The old version becomes the working copy; what was there stays in history. */
  restore(options: { postId: PostId; snapshotId: SnapshotId }): Post
  /** What changed on both sides since they last agreed, item by item. Throws `not-allowed-now` when there is nothing to decide. */
  conflict(postId: PostId): Conflict
  /** Ends `changed-on-both`: a choice for each conflict gives the working copy. Both texts stay in history, and nothing is sent. */
  resolve(options: { postId: PostId; choices: Record<string, Choice> }): Post
  /** How and when the post went from the blog; null for one that is there, or never was. */
  offBlog(postId: PostId): OffBlog | null
  /** Of a post off the blog: its words become a draft that the blog has never seen. Nothing is sent; both texts stay in history. */
  keepAsNew(postId: PostId): Post
  /** Of a post off the blog: leaves it so. The person's words stay in history as `keptAs`, which `restore` brings back. */
  letGo(postId: PostId): { post: Post; keptAs: SnapshotId }
  /** Puts a post that the blog has never seen into the local trash, or takes it out. */
  setTrashed(options: { postId: PostId; isTrashed: boolean }): void
}

/** What can be undone in a post, as the window wrote it down. */
export interface KeptUndo {
  /** Of the text that the steps belong to: in any other they mean nothing. */
  documentPrint: string
  steps: string
}

export interface UndoService {
  find(postId: PostId): KeptUndo | null
  /** In the place of what was kept before. Of the 20 posts written in last; nothing depends on it but the undo key. */
  keep(options: KeptUndo & { postId: PostId }): void
}

export interface MediaService {
  /**
   * Type by magic bytes; JPEG, PNG, GIF and WebP only, read to the last byte, else `unsupported-file` with why. The same bytes give
   * the same picture; `isNew` is false for one that was here. The original stays untouched.
   */
  add(options: { fileName: string; bytes: Uint8Array }): Promise<Picture & { isNew: boolean }>
  /** A video, a sound or a PDF, of any size, comes in parts: begin, all parts in order, finish. */
  startFile(options: { fileName: string }): Promise<{ addId: string }>
  /** `unsupported-file` with the first part when it is nothing that a blog takes; nothing of it is kept then. */
  addPart(options: { addId: string; at: number; bytes: Uint8Array }): Promise<void>
  finishFile(options: { addId: string }): Promise<MediaFile>
  /** Captions of a video, as WebVTT: read-captions.ts makes it of what a person has. Anything else is `invalid-input`. */
  addCaptions(options: { fileName: string; vtt: string }): MediaFile
  /** The captions that a video names, if their file is on this laptop. */
  captions(options: { blogId: BlogId; mediaId: MediaId | null; src: string }): Promise<string | null>
  get(mediaId: MediaId): Picture
  /** Which pictures in the blog's text of this post are here, by the address that stands in the text. */
  shownIn(postId: PostId): { url: string; mediaId: MediaId }[]
  /** `whole`: as it was added; `reading` and `thumbnail` are made from it. */
  read(options: { mediaId: MediaId; size: PictureSize }): Promise<{ bytes: Uint8Array; mimeType: string }>
  /** A part of the picture, or the picture turned: another picture, which remembers what it was cut from. Always from the original. */
  cut(options: { mediaId: MediaId; edit: PictureEdit }): Promise<Picture>
  /** Pictures for the posts of this blog. What its posts show is read meanwhile; a `media` event says when there is more. */
  library(blogId: BlogId): LibraryPicture[]
  /** What is said of the picture wherever it is used next; posts keep what they say. */
  describe(options: { mediaId: MediaId; alt: string; altLanguage: string; credit: string }): Picture
  /** Into the trash, for 30 days, or out of it. `not-allowed-now` while a post uses it. */
  setTrashed(options: { mediaId: MediaId; isTrashed: boolean }): void
}

export interface CheckRules {
  /** `isManaged`: the organisation's, which nobody here can remove. */
  packs: { fileName: string; pack: RulePack; isManaged?: true }[]
  /** Packs that were added and cannot be read any more, or not yet. */
  unreadable: { fileName: string; problem: string }[]
  /** The person's own list. */
  names: PersonalName[]
}

/** A name as it is written right, and a word that is none: on every blog, or on one. */
export interface PersonalName {
  name: string
  /** null: wherever the person writes. */
  blogId: BlogId | null
}

/** The checks themselves are pure and run in the window; here is what has to be kept for them. */
export interface ChecksService {
  rules(): CheckRules
  /** A pack that cannot be read is refused with a sentence, and nothing is kept of it. */
  addPack(file: { fileName: string; contents: string }): ReadPack
  /** Gives it as it was added, so that it can be put back; null when there was none. */
  removePack(fileName: string): { fileName: string; contents: string } | null
  addName(name: PersonalName): void
  removeName(name: PersonalName): void
  /** Fingerprints of the findings that were called fine in this post. */
  fine(postId: PostId): string[]
  setFine(options: { postId: PostId; fingerprint: string; isFine: boolean }): void
  /** Checks the post as it is stored, its spelling too where that is on, without what was called fine. What stops it is always there. */
  run(postId: PostId): Promise<CheckRun>
}

export interface BoardingService {
  /** From the desk alone, without a line. */
  check(): Promise<BoardingCheck>
  /** Begins a whole pull of every signed-in blog and then their pictures; `boarding` events tell how it goes. Does nothing while one runs. */
  bringDown(): void
  /** Whether the pictures of a blog whose run is `asking` come over the line that costs. Does nothing when nothing is asked. */
  answerPictures(options: { blogId: BlogId; isWanted: boolean }): void
  /** Resolves when nothing is under way any more; what is here stays here, and the next run goes on with the rest. */
  stop(): Promise<void>
}

export interface OutboxService {
  /** Waiting work first, in the order it will go; then what is done, newest first. */
  list(blogId: BlogId): OutboxEntry[]
  /** Free while `held` or before anything left; otherwise `not-allowed-now`. The text stays in the post, a reply's in `discarded`. */
  cancel(entryId: EntryId): OutboxEntry
  /** Replies that were taken back, newest first, with their words. */
  discarded(blogId: BlogId): DiscardedReply[]
  /** The words of a reply that waits. */
  replyText(entryId: EntryId): { text: string }
  /**
   * Puts it before another, or last. A picture has no place of its own, and what builds on one another stays in its order:
   * `not-allowed-now` then.
   */
  move(options: { entryId: EntryId; before: EntryId | null }): OutboxEntry
  /** Keeps it here, without a limit of time, until `release`. `not-allowed-now` once it may be under way. */
  hold(entryId: EntryId): OutboxEntry
  /** It goes again by itself, its pictures with it. */
  release(entryId: EntryId): OutboxEntry
  /**
   * Cuts the request under way. It may have arrived all the same, so it is looked up; then it is done or kept here, and
   * writes nothing more before `release`.
   */
  stop(entryId: EntryId): OutboxEntry
  /** Ends the wait, or takes up an entry that needed a person. Never skips the look-up of an unknown one. */
  tryNow(entryId: EntryId): OutboxEntry
  /** It goes although it is quiet, and with it what it needs. Throws `not-allowed-now` where the policy allows no exception, or it is not quiet. */
  sendUrgent(entryId: EntryId): OutboxEntry
}

export interface LineService {
  list(): Line[]
  /** Checks the line, sends what may go and pulls; resolves when that round ended. */
  syncNow(blogId: BlogId): Promise<Line>
  /** Stops bringing down what the blog has, or goes on with it where it was. What waits in the outbox is sent all the same. */
  setPaused(options: { blogId: BlogId; isPaused: boolean }): Line
  /** Go: of what `arrival` asks about, these entries leave (null: all), with the pictures they need. The others stay and are asked about again. */
  letGo(options: { blogId: BlogId; entryIds: EntryId[] | null }): Line
  /** The person has seen `vanished`: the posts that are still missing count as gone. Throws `not-allowed-now` when nothing was asked. */
  confirmVanished(blogId: BlogId): Promise<Line>
}

/** The styles of a blog's own pages, as they were last fetched. */
export interface SiteStyle {
  css: string
  /** How the site's pages run. */
  direction: 'ltr' | 'rtl'
  fetchedAt: UtcIso
}

export interface PreviewService {
  /** null while none were ever fetched. */
  siteStyle(blogId: BlogId): SiteStyle | null
  /**
   * Fetches them again where they are older than a day and there is a line, on one that costs only where somebody asks for them; else answers with those
   * that are here.
   */
  renewSiteStyle(blogId: BlogId, how: { isAsked: boolean }): Promise<SiteStyle | null>
}

export interface SearchService {
  /** Posts, comments and the descriptions of pictures in which all of it stands. No text is ever refused. */
  find(query: SearchQuery): SearchAnswer
  /** Names under which posts of this desk stand, those of most posts first. */
  authors(): string[]
  /** Where posts of this desk were written from, those of most posts first; each once, however it is spelled. */
  places(): string[]
  /** The tags of this desk's blogs and of what is written for them, by name. */
  tags(): string[]
}

export interface SettingsService {
  /** What holds: the person's own, and over it the policy's. */
  get(): Settings
  /** Returns what holds then: where a policy decides, that. */
  set(patch: SettingsPatch): Settings
  /** What the organisation decided for this desk, and what of it cannot be read. */
  policy(): PolicyStatus
  /** What the window speaks: what the core itself writes for people, as notices are, is in that language, over a restart too. */
  noteSpeech(speech: Speech): void
  /** What the window's own network says of its cost. Remembered, over a restart too, until a window says something else. */
  noteMetered(isMetered: boolean): void
}
