import type { PracticePost, PracticeState } from '../../src/main/core/practice-blog/practice-state.ts'
import { readLetter } from '../../src/main/core/review-blog/review-letter.ts'
import type { Device } from './device.ts'
import type { Departure, Ledger } from './ledger.ts'
import type { ParkedRequest } from './life.ts'
import type { SimulatedBlog } from './simulated-blog.ts'
import { Violation } from './violation.ts'

/** What a laptop knew of what lies beside a post. */
export interface Beside {
  /** The content of this account's autosave; null for none, or none that was looked for. */
  content: string | null
  status: string | null
}

const START = 'wp:attache/review'

/** What lies beside the posts of the blog: letters, and what people typed in the blog's own editor and did not save. */
export function noteBesidePosts() {
  const seenContents = new Map<string, string | null>()
  const seenStates = new Map<string, string>()
  const typed = new Set<string>()
  const ownOf = (post: PracticePost | undefined, authorId: number) =>
    post?.autosaves?.find((autosave) => autosave.authorId === authorId) ?? null

  return {
    noteTyped: (remoteId: number, content: string): void => void typed.add(`${remoteId} ${content}`),
    wasTypedBeside: (remoteId: number): boolean => [...typed].some((key) => key.startsWith(`${remoteId} `)),
    asSeen({ name }: Device, { path }: ParkedRequest): Beside {
      const key = `${name} ${postIdIn(path)}`
      return { content: seenContents.get(key) ?? null, status: seenStates.get(key) ?? null }
    },
    noteRead({ name, account }: Device, { path }: ParkedRequest, blog: SimulatedBlog): void {
      const id = postIdIn(path)
      const post = blog.state.posts.find((each) => each.id === id)
      if (!post) return
      if (path.endsWith('/autosaves'))
        seenContents.set(`${name} ${id}`, ownOf(post, blog.user(account).id)?.content ?? null)
      else seenStates.set(`${name} ${id}`, post.status)
    },
    /**
     * R2: what somebody typed in the blog's own editor and did not save is not written over by a desk that has seen it. R3: a letter
     * stands beside the post and never in it. Nothing of a review changes a reader's comment.
     */
    judgeWrite(
      ledger: Ledger,
      device: Device,
      { beside }: Departure,
      { before, now }: { before: PracticeState; now: PracticeState },
    ): void {
      const { name } = device
      for (const post of now.posts) {
        const earlier = before.posts.find(({ id }) => id === post.id)
        if (!earlier) continue
        if (post.content.includes(START) && !earlier.content.includes(START) && beside.status === 'draft')
          ledger.report(new Violation('lost', 'R3', `${name} wrote a letter into draft ${post.id}`))
        for (const own of earlier.autosaves ?? []) {
          const after = ownOf(post, own.authorId)
          const isOver = after !== null && after.content === own.content
          const wasLeftBehind = own.savedGmt <= earlier.modifiedGmt && readLetter(own.content).state === 'none'
          if (isOver || wasLeftBehind || !typed.has(`${post.id} ${own.content}`)) continue
          if (beside.content === own.content)
            ledger.report(
              new Violation('lost', 'R2', `${name} wrote over what was typed and not saved beside post ${post.id}`),
            )
        }
      }
      for (const comment of now.comments) {
        const earlier = before.comments.find(({ id }) => id === comment.id)
        if (earlier && comment.noteStatus === undefined && comment.status !== earlier.status)
          ledger.report(new Violation('unsolicited', 'R1', `${name}: a review changed the comment ${comment.id}`))
      }
    },
  }
}

const postIdIn = (path: string): number => Number(/^\/wp\/v2\/posts\/(\d+)(?:\/autosaves)?$/.exec(path)?.[1])
