import type { PracticeService } from '../../../shared/contract/practice-services.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import type { BlockNode, PostDocument, TextNode } from '../../../shared/content/document.ts'
import type { Caret } from '../../../shared/domain/post.ts'
import { utcIso, type BlogId, type PostId, type RemotePostId } from '../../../shared/domain/ids.ts'
import { LESSONS, type PracticeCourse } from '../../../shared/domain/practice.ts'
import { AppError } from '../../../shared/errors.ts'
import { t } from '../../../shared/words/t.ts'
import type { PracticeLine } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { lessonsDone } from './lessons-done.ts'
import { isLineCut, noteProgress, progressOf } from './practice-progress.ts'

const READER = 'Iben Holt'
const SETTLED_AFTER_MS = 300

interface PracticePorts {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  log: Log
  practice: () => PracticeLine
  posts: Pick<PostsService, 'create' | 'edit' | 'flush'>
  /** A round of the blog follows, as if a person had asked for it. */
  syncNow: (blogId: BlogId) => void
}

/** The guided practice and the samples. It watches what becomes of posts and comments; nothing has to report to it. */
export function createPracticeService(ports: PracticePorts): PracticeService & { close(): void } {
  const { desk, clock, feed, log, practice } = ports
  let cancelLook = (): void => {}

  const findBlog = (): StoredBlog | null => desk.blogs.listBlogs().find(({ kind }) => kind === 'practice') ?? null
  const getBlog = (): StoredBlog => {
    const blog = findBlog()
    if (!blog) throw new AppError({ kind: 'no-such-item', what: 'blog' })
    return blog
  }

  /** Also asks what a reader asks of a post that is new: without a comment there is nothing to answer. */
  const look = (blogId: BlogId): void => {
    const before = progressOf(desk)
    if (before.standing !== 'under-way') return
    const done = lessonsDone({ desk, clock, samples: practice().samples.listHere() }, blogId, before)
    const askedUnder = before.askedUnder ?? (done.includes('publish') ? askAsReader(blogId) : null)
    if (noteProgress(desk, { done, askedUnder })) feed.emit({ topic: 'practice' })
  }

  /** Returns under which post. */
  const askAsReader = (blogId: BlogId): PostId | null => {
    const latest = desk.outbox.listDone(blogId, 200).find(({ kind }) => kind === 'publish-post')
    const post = latest?.postId ? desk.posts.findPost(latest.postId) : null
    if (!post || post.remoteId === null) return null
    practice().readerSays({
      postId: post.remoteId,
      name: READER,
      text: t('Thank you for this. One thing is not clear to me: on which day was it?'),
    })
    ports.syncNow(blogId)
    return post.id
  }

  // A send changes three things one right after the other; one look is enough, and it is no part of the act.
  const stopWatching = feed.onChange((event) => {
    if (event.topic !== 'posts' && event.topic !== 'outbox' && event.topic !== 'checks') return
    if (progressOf(desk).standing !== 'under-way') return
    cancelLook()
    cancelLook = clock.after(SETTLED_AFTER_MS, () => {
      const blog = findBlog()
      try {
        if (blog) look(blog.id)
      } catch (error) {
        log.warn('practice-not-looked-at', { name: error instanceof Error ? error.name : 'unknown' })
      }
    })
  })

  const lessonPost = (): PostId | null => {
    const { postId } = progressOf(desk)
    const post = postId === null ? null : desk.posts.findPost(postId)
    return post === null || post.isTrashed ? null : post.id
  }

  const giveLineBack = (blogId: BlogId): void => {
    if (!isLineCut(desk)) return
    noteProgress(desk, { backAt: utcIso(clock.now()) })
    ports.syncNow(blogId)
  }

  return {
    course() {
      const blog = findBlog()
      if (!blog) return null
      const { standing, done, askedUnder } = progressOf(desk)
      const { samples } = practice()
      return {
        blogId: blog.id,
        standing,
        done,
        next: LESSONS.find((lesson) => !done.includes(lesson)) ?? null,
        postId: lessonPost(),
        askedUnder: askedUnder !== null && desk.posts.findPost(askedUnder) ? askedUnder : null,
        isLineCut: isLineCut(desk),
        samplesHere: samples.listHere().length,
        samplesOfAll: samples.ofAll,
      } satisfies PracticeCourse
    },

    begin() {
      const blog = getBlog()
      noteProgress(desk, { standing: 'under-way' })
      const known = lessonPost()
      if (known !== null) {
        look(blog.id)
        feed.emit({ topic: 'practice' })
        return { postId: known }
      }
      const post = ports.posts.create({ blogId: blog.id, kind: 'post' })
      const { id: postId, ...words } = post
      ports.posts.edit({
        ...words,
        postId,
        window: 'practice',
        sequence: 1,
        mergesSeen: null,
        title: t('My first days at this desk'),
        ...begunText(),
      })
      ports.posts.flush(postId)
      noteProgress(desk, { postId, wordsGiven: Math.max(0, desk.posts.getPost(postId).wordCount) })
      look(blog.id)
      feed.emit({ topic: 'practice' })
      return { postId }
    },

    leave() {
      const blog = getBlog()
      giveLineBack(blog.id)
      noteProgress(desk, { standing: 'left' })
      feed.emit({ topic: 'practice' })
    },

    setLine({ isCut }) {
      const blog = getBlog()
      if (progressOf(desk).standing !== 'under-way' || isCut === isLineCut(desk)) return
      if (isCut) {
        noteProgress(desk, { cutAt: utcIso(clock.now()), backAt: null })
        // It is seen at once that there is none.
        ports.syncNow(blog.id)
      } else giveLineBack(blog.id)
      feed.emit({ topic: 'practice' })
    },

    removeSamples() {
      const blog = getBlog()
      const { samples } = practice()
      const here = samples.listHere().length
      const touched = new Set<number>(desk.samples.listTouched(blog.id))
      const remoteIds = samples.listUntouched().filter((remoteId) => !touched.has(remoteId))
      samples.takeOff(remoteIds)
      desk.transaction(() => {
        for (const remoteId of remoteIds) {
          const postId = desk.posts.findIdByRemoteId(blog.id, remoteId as RemotePostId)
          if (postId !== null) desk.samples.deleteUntouched(postId)
        }
      })
      samplesChanged(blog.id)
      return { removed: remoteIds.length, kept: here - remoteIds.length }
    },

    bringSamplesBack() {
      const blog = getBlog()
      const brought = practice().samples.bringBack()
      samplesChanged(blog.id)
      ports.syncNow(blog.id)
      return { brought }
    },

    close() {
      cancelLook()
      stopWatching()
    },
  }

  function samplesChanged(blogId: BlogId): void {
    feed.emit({ topic: 'posts', blogId, postId: null })
    feed.emit({ topic: 'comments', blogId })
    feed.emit({ topic: 'search' })
    feed.emit({ topic: 'practice' })
  }
}

/** Two sentences with a fault that the checks find in every language: two spaces. The caret stands in the paragraph below. */
function begunText(): { document: PostDocument; caret: Caret } {
  const text = `${t('These are my first days at this desk.')}  ${t('Nobody but me can read this.')}`
  const paragraph = (content: TextNode[]): BlockNode => ({
    type: 'paragraph',
    attrs: { dir: null, source: null },
    ...(content.length > 0 && { content }),
  })
  // Before the paragraph, behind its last letter, and inside the next one.
  const below = text.length + 3
  return {
    document: { type: 'doc', content: [paragraph([{ type: 'text', text }]), paragraph([])] },
    caret: { anchor: below, head: below },
  }
}
