import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import { emptyDocument } from '../../../shared/content/document.ts'
import { languageDirection } from '../../../shared/content/language-direction.ts'
import { bylineOn } from '../../../shared/domain/byline.ts'
import { utcIso, type BlogId, type PostId, type SnapshotId } from '../../../shared/domain/ids.ts'
import type { Post, PostFacts, PostKind, PostWords } from '../../../shared/domain/post.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { newId } from '../new-id.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import type { Clock, Log, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { NO_FACTS } from '../store/post-facts-repository.ts'
import { fillTemplate } from './fill-template.ts'
import { createAutosave } from './autosave.ts'
import { listHistory } from './history-service.ts'
import { listNewest, listPosts, listSummaries, summaryOf } from './list-posts.ts'
import { openStatesOf } from './listed-state.ts'
import { saysTheSame } from './post-fields.ts'
import { conflictOf, resolveIncoming } from './merge-incoming.ts'
import { keepAsNew, letGo, offBlogOf } from './off-blog.ts'
import { summarise } from './post-summary.ts'
import { fromWholeMarkup, hidesLocalPicture, wholeMarkup } from './post-versions.ts'
import { currentWords, hashWords } from './post-words.ts'
import { queuePost, takeBackPost } from './queue-post.ts'
import { withNames } from './merge-names.ts'
import { queueReschedule } from './queue-reschedule.ts'
import { withFootnotesOf } from './read-source.ts'
import { refuseOnlyToRead } from './refuse-only-to-read.ts'
import { savePost } from './save-post.ts'
import { asShown, type UnsettledWords } from './unsettled-words.ts'
import { stickyFixed, wishSticky } from './sticky-wish.ts'
import { createTypedEdits, type SavedEdit } from './typed-edits.ts'

export interface PostsPorts {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  log: Log
  holdMs: number
  profile: () => Settings['profile']
  /** Called after an act that gives the outbox something to do. */
  onQueued: (blogId: BlogId) => void
}

type BegunWords = Pick<PostWords, 'title' | 'document' | 'excerpt'> & Partial<PostWords>

/** For other parts of the core. */
export interface PostsInside extends PostsService {
  /** A new draft that says this. */
  beginWith(blogId: BlogId, kind: PostKind, words: PostWords): PostId
  /** Throws where something cannot be saved. */
  saveAll(): void
  /** What was typed is where lists and the search read it, as far as it can be brought there. */
  settleAll(): void
  close(): void
}

export function createPostsService(ports: PostsPorts): PostsInside {
  const { desk, clock, random, feed, log, onQueued } = ports
  const changed = (post: { id: PostId; blogId: BlogId }): void =>
    feed.emit({ topic: 'posts', blogId: post.blogId, postId: post.id })

  const settled = (postId: PostId): void => {
    const post = desk.posts.getPost(postId)
    changed(post)
    feed.emit({ topic: 'outbox', blogId: post.blogId })
    feed.emit({ topic: 'comments', blogId: post.blogId })
  }

  const typedEdits = createTypedEdits(ports)

  /** The line in lists, thinning, and the working copy of a post that says nothing new. */
  const tidyUp = (postId: PostId): void =>
    desk.transaction(() => {
      const post = desk.posts.getPost(postId)
      const words = currentWords(desk, post)
      const base = desk.posts.findBase(postId, 'agreed')
      if (base && !desk.posts.findBase(postId, 'incoming') && saysTheSame(desk, post.blogId, words, base.remote)) {
        desk.posts.removeWorkingCopy(postId)
      }
      desk.posts.putPost({ ...post, ...summarise(words) })
      desk.snapshots.thinAutosaves(postId, clock.now())
    })

  /** From the journal into the working copy, and each text that was called saved into history; all of it or nothing. */
  const settle = (saved: readonly SavedEdit[]): (() => void) => {
    const last = saved.at(-1)
    const post = last && desk.posts.findPost(last.edit.postId)
    // Its rows went with it.
    if (!post) return () => undefined
    const { id: postId, blogId } = post
    const version = desk.transaction(() => {
      const versions = saved.map((each) => savePost(ports, each))
      desk.typedEdits.removeEdits(postId)
      tidyUp(postId)
      return versions.at(-1) ?? null
    })
    typedEdits.settled(last.edit, version)
    const { window, mergesSeen } = last.edit
    const isOfOneWindow = saved.every(({ edit }) => edit.window === window)
    const isAllTyped = isOfOneWindow && mergesSeen === desk.snapshots.countMerges(postId)
    return () => feed.emit({ topic: 'posts', blogId, postId, ...(isAllTyped && { typedIn: window }) })
  }

  const save = (edit: PostEdit): SavedEdit => {
    try {
      return typedEdits.note(edit)
    } catch (error) {
      // Throws `no-such-item` where it was deleted for good.
      desk.posts.getPost(edit.postId)
      throw error
    }
  }

  /** What an end of the program left in the journal. What cannot be settled now is held, and nobody reads older words meanwhile. */
  const settleLeft = (): void => {
    for (const [postId, left] of Map.groupBy(typedEdits.listLeft(), ({ edit }) => edit.postId)) {
      try {
        settle(left)
        untold.add(postId)
      } catch (error) {
        log.error('typed-edits-left', { postId, name: error instanceof Error ? error.name : 'unknown' })
        autosave.hold(postId, left)
      }
    }
    // Nobody listens yet.
    if (untold.size > 0)
      stopTelling = clock.after(0, () => untold.forEach((postId) => changed(desk.posts.getPost(postId))))
  }
  const untold = new Set<PostId>()
  let stopTelling = (): void => undefined

  const autosave = createAutosave({ clock, feed, log, save, settle })
  const { flush } = autosave

  /** Words that cannot be settled now, as on a full disk: they are shown, with the reason. */
  const unsettledOf = (postId: PostId): UnsettledWords | null => {
    try {
      flush(postId)
      return null
    } catch (error) {
      const edit = autosave.newestWaiting(postId)
      const saveProblem = isAppError(error) && error.data.kind === 'database' ? error.data : null
      if (!edit || !saveProblem || saveProblem.reason === 'corrupt') throw error
      return asShown(edit, saveProblem)
    }
  }

  const get = (postId: PostId): Post => {
    const unsettled = unsettledOf(postId)
    const listed = desk.posts.getListedPost(postId)
    const facts = desk.postFacts.getFacts(postId)
    return {
      ...summaryOf(listed, openStatesOf(desk, postId), facts),
      ...currentWords(desk, listed),
      remoteId: listed.remoteId,
      stickyFixed: stickyFixed(desk, listed),
      byline: facts.byline,
      caret: listed.caret,
      mergeCount: desk.snapshots.countMerges(postId),
      keepsFootnotes: desk.posts.findBase(postId, 'agreed')?.remote.footnotes !== undefined,
      ...unsettled,
    }
  }

  const begin = (blogId: BlogId, kind: PostKind, begun: BegunWords, facts: PostFacts): Post => {
    const blog = desk.blogs.getBlog(blogId)
    const postId = newId<PostId>(random)
    const language = ports.profile().usual?.language ?? ''
    const direction = language === '' ? 'ltr' : languageDirection(language)
    const words: PostWords = { categoryIds: [], tags: [], language, direction, shareLines: [], ...begun }
    desk.transaction(() => {
      desk.posts.putPost({
        id: postId,
        blogId,
        kind,
        remoteId: null,
        language: words.language,
        direction: words.direction,
        authorName: blog.displayName,
        ...summarise(words),
        editedAt: utcIso(clock.now()),
        caret: null,
        isTrashed: false,
      })
      desk.posts.putWorkingCopy(postId, { ...words, wordsHash: hashWords(words) })
      if (facts.template !== '') desk.postFacts.putFacts(postId, facts)
    })
    changed({ id: postId, blogId })
    return get(postId)
  }

  /** What was sent keeps the place it was sent from: a profile that moves on takes no old post along. */
  const keepByline = (postId: PostId): void => {
    const { blogId, authorName } = desk.posts.getPost(postId)
    const facts = desk.postFacts.getFacts(postId)
    const byline = bylineOn(ports.profile(), desk.blogs.getBlog(blogId), { authorName, byline: facts.byline })
    if (facts.byline === null && `${byline.role}${byline.place}` !== '')
      desk.postFacts.putFacts(postId, { ...facts, byline })
  }

  settleLeft()

  return {
    list: (blogId) => listPosts(desk, blogId),
    newest: (asked) => listNewest(desk, asked),
    summaries: (asked) => listSummaries(desk, asked),
    get(postId) {
      const post = get(postId)
      if (!post.saveProblem) desk.settings.put('lastOpened', { blogId: post.blogId, postId })
      return post
    },
    lastOpened: () => desk.settings.find('lastOpened') as { blogId: BlogId; postId: PostId } | null,
    create: ({ blogId, kind }) => begin(blogId, kind, { title: '', document: emptyDocument(), excerpt: '' }, NO_FACTS),
    beginWith: (blogId, kind, words) => begin(blogId, kind, words, NO_FACTS).id,
    createFrom({ blogId, template, commentIds }) {
      const blog = desk.blogs.getBlog(blogId)
      const words = fillTemplate({ desk, clock, profile: ports.profile() }, blog, { template, commentIds })
      return begin(blogId, 'post', words, { ...NO_FACTS, template })
    },
    setFacts({ postId, reviewBy, byline }) {
      const post = desk.posts.getPost(postId)
      const facts = desk.postFacts.getFacts(postId)
      desk.postFacts.putFacts(postId, {
        ...facts,
        ...(reviewBy === undefined ? {} : { reviewBy }),
        ...(byline === undefined ? {} : { byline }),
      })
      changed(post)
    },
    setSticky({ postId, isSticky }) {
      refuseOnlyToRead(desk, postId)
      desk.transaction(() => wishSticky(desk, postId, isSticky))
      changed(desk.posts.getPost(postId))
    },
    edit: (edit) => {
      refuseOnlyToRead(desk, edit.postId)
      return autosave.take(edit)
    },
    flush,
    publish({ postId, as, publishAt, urgent }) {
      refuseOnlyToRead(desk, postId)
      flush(postId)
      tidyUp(postId)
      keepByline(postId)
      const entry = queuePost(ports, postId, { as, publishAt, ...(urgent && { urgent }) })
      changed({ id: postId, blogId: entry.blogId })
      feed.emit({ topic: 'outbox', blogId: entry.blogId })
      onQueued(entry.blogId)
      return toOutboxEntry(desk, entry)
    },
    reschedule({ postId, to }) {
      refuseOnlyToRead(desk, postId)
      const entry = queueReschedule(ports, postId, to)
      changed({ id: postId, blogId: entry.blogId })
      feed.emit({ topic: 'outbox', blogId: entry.blogId })
      onQueued(entry.blogId)
      return toOutboxEntry(desk, entry)
    },
    history(postId) {
      flush(postId)
      return listHistory(desk, postId)
    },
    restore({ postId, snapshotId }) {
      refuseOnlyToRead(desk, postId)
      flush(postId)
      const snapshot = desk.snapshots.getSnapshot(snapshotId)
      if (snapshot.postId !== postId) throw new AppError({ kind: 'no-such-item', what: 'snapshot' })
      desk.transaction(() => {
        const now = utcIso(clock.now())
        const post = desk.posts.getPost(postId)
        const before = currentWords(desk, post)
        const version = { postId, createdAt: now, wordCount: post.wordCount }
        desk.snapshots.addSnapshot({
          ...version,
          id: newId<SnapshotId>(random),
          why: 'autosave',
          words: before,
          wordsHash: hashWords(before),
          title: before.title,
        })
        desk.posts.putWorkingCopy(postId, { ...snapshot.words, wordsHash: snapshot.wordsHash })
        desk.share.putLines(postId, snapshot.words.shareLines)
        desk.snapshots.addSnapshot({ ...snapshot, ...version, id: newId<SnapshotId>(random), why: 'restored' })
        desk.posts.putPost({ ...post, ...summarise(snapshot.words), editedAt: now, caret: null })
      })
      changed(desk.posts.getPost(postId))
      return get(postId)
    },
    source(postId) {
      flush(postId)
      const post = desk.posts.getPost(postId)
      return { markup: wholeMarkup(desk, post.blogId, currentWords(desk, post).document, true) }
    },
    readSource({ postId, markup }) {
      flush(postId)
      const post = desk.posts.getPost(postId)
      const document = fromWholeMarkup(desk, post.blogId, markup)
      if (hidesLocalPicture(document))
        throw new AppError({ kind: 'invalid-input', field: 'markup', rule: 'a picture lost its block' })
      return withFootnotesOf(currentWords(desk, post).document, document)
    },
    setTrashed({ postId, isTrashed }) {
      flush(postId)
      desk.transaction(() => {
        const post = desk.posts.getPost(postId)
        if (post.remoteId !== null) throw new AppError({ kind: 'not-allowed-now', why: 'on-the-blog' })
        if (isTrashed) takeBackPost(desk, postId)
        desk.posts.putPost({ ...post, isTrashed })
        desk.trash.setTrashedAt(postId, isTrashed ? utcIso(clock.now()) : null)
      })
      changed(desk.posts.getPost(postId))
    },
    conflict(postId) {
      flush(postId)
      const post = desk.posts.getPost(postId)
      return withNames(desk, post.blogId, conflictOf(desk, post))
    },
    resolve({ postId, choices }) {
      flush(postId)
      desk.transaction(() => {
        resolveIncoming(ports, desk.posts.getPost(postId), choices)
        takeBackPost(desk, postId)
      })
      changed(desk.posts.getPost(postId))
      return get(postId)
    },
    offBlog: (postId) => offBlogOf(desk, postId),
    keepAsNew(postId) {
      flush(postId)
      desk.transaction(() => keepAsNew(ports, desk.posts.getPost(postId)))
      settled(postId)
      return get(postId)
    },
    letGo(postId) {
      flush(postId)
      const keptAs = desk.transaction(() => letGo(ports, desk.posts.getPost(postId)))
      settled(postId)
      return { post: get(postId), keptAs }
    },
    saveAll: autosave.flushAll,
    settleAll: autosave.settleAll,
    close() {
      stopTelling()
      autosave.close()
    },
  }
}
