import type { CoreServices } from '../../../shared/contract/services.ts'
import type { BlogId, CommentId, PostId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'

/** `free`: it reads, or keeps what this desk alone knows. Otherwise the blogs that an act would change or send something of. */
type Guard<Act> = Act extends (input: infer Input) => unknown ? 'free' | ((input: Input) => readonly BlogId[]) : 'free'
type Guards<Service> = { readonly [Name in keyof Service]: Guard<Service[Name]> }

type Guarded = Pick<
  CoreServices,
  'posts' | 'pages' | 'comments' | 'corrections' | 'replyDrafts' | 'reviews' | 'history' | 'undo' | 'trash'
>

/**
 * At the border: whatever would change or send something of an archive is refused, so that no window has to remember. A new act of
 * one of these services does not compile until it stands here.
 */
export function guardArchives(desk: Desk, services: Guarded): Guarded {
  const blogOf = (postId: PostId): readonly BlogId[] => [desk.posts.getPost(postId).blogId]
  const blogOfComment = (id: CommentId): BlogId => desk.comments.getComment(id).blogId
  const ofPost = ({ postId }: { postId: PostId }): readonly BlogId[] => blogOf(postId)
  const guards: { readonly [Name in keyof Guarded]: Guards<Guarded[Name]> } = {
    posts: {
      list: 'free',
      newest: 'free',
      summaries: 'free',
      get: 'free',
      lastOpened: 'free',
      create: ({ blogId }) => [blogId],
      createFrom: ({ blogId }) => [blogId],
      setFacts: ofPost,
      setSticky: ofPost,
      edit: ofPost,
      flush: 'free',
      publish: ofPost,
      reschedule: ofPost,
      source: 'free',
      readSource: 'free',
      history: 'free',
      restore: ofPost,
      conflict: 'free',
      resolve: ofPost,
      offBlog: 'free',
      keepAsNew: blogOf,
      letGo: blogOf,
      setTrashed: ofPost,
    },
    pages: { place: 'free', setParent: ofPost },
    comments: {
      list: 'free',
      inbox: 'free',
      waiting: 'free',
      away: 'free',
      badge: 'free',
      readAway: ({ blogId }) => [blogId],
      readerAddress: (commentId) => [blogOfComment(commentId)],
      replyContext: 'free',
      reply: ({ commentId }) => [blogOfComment(commentId as CommentId)],
      editReply: 'free',
      moderate: ({ seen }) => seen.map(({ commentId }) => blogOfComment(commentId)),
      takeBack: ({ blogId }) => [blogId],
      markRead: 'free',
      setFlagged: 'free',
    },
    corrections: {
      begin: ({ commentId }) => [blogOfComment(commentId as CommentId)],
      ofPost: 'free',
      putAway: 'free',
      takeUp: 'free',
    },
    replyDrafts: {
      list: 'free',
      keep: ({ commentId }) => [blogOfComment(commentId as CommentId)],
    },
    // A post of an archive gets none, so the acts within one are free.
    reviews: {
      queue: 'free',
      look: 'free',
      send: 'free',
      lastName: 'free',
      find: 'free',
      get: 'free',
      ask: ofPost,
      withdraw: 'free',
      propose: 'free',
      addNote: 'free',
      replyToNote: 'free',
      resolveNote: 'free',
      see: 'free',
      decide: 'free',
      conclude: 'free',
      sealOf: 'free',
      trailSheet: 'free',
      writeTrail: 'free',
      keys: 'free',
      writeFile: 'free',
      readFile: 'free',
      give: 'free',
      given: 'free',
      readGiven: 'free',
      setAside: 'free',
      writeWord: 'free',
      readWord: 'free',
    },
    history: { changes: 'free', version: 'free', name: ofPost },
    undo: { find: 'free', keep: ofPost },
    trash: { list: 'free', deleteNow: blogOf },
  }
  const refuse = (blogIds: readonly BlogId[]): void => {
    if (blogIds.some((blogId) => desk.archives.isArchive(blogId)))
      throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
  }
  return {
    posts: guarded(services.posts, guards.posts, refuse),
    pages: guarded(services.pages, guards.pages, refuse),
    comments: guarded(services.comments, guards.comments, refuse),
    corrections: guarded(services.corrections, guards.corrections, refuse),
    replyDrafts: guarded(services.replyDrafts, guards.replyDrafts, refuse),
    reviews: guarded(services.reviews, guards.reviews, refuse),
    history: guarded(services.history, guards.history, refuse),
    undo: guarded(services.undo, guards.undo, refuse),
    trash: guarded(services.trash, guards.trash, refuse),
  }
}

type Act = (input: unknown) => unknown

function guarded<Service extends object>(
  service: Service,
  guards: Guards<Service>,
  refuse: (blogIds: readonly BlogId[]) => void,
): Service {
  const acts = Object.entries<unknown>(service as Record<string, unknown>).map(([name, act]) => {
    const blogsOf = (guards as Record<string, 'free' | ((input: unknown) => readonly BlogId[]) | undefined>)[name]
    if (typeof act !== 'function' || blogsOf === undefined || blogsOf === 'free') return [name, act] as const
    const guardedAct: Act = (input) => {
      refuse(blogsOf(input))
      return (act as Act)(input)
    }
    return [name, guardedAct] as const
  })
  return Object.fromEntries(acts) as Service
}
