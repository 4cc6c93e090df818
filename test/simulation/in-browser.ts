import type { RemoteCommentId, RemotePostId } from '../../src/shared/domain/ids.ts'
import { isAppError } from '../../src/shared/errors.ts'
import type { PracticePost } from '../../src/main/core/practice-blog/practice-state.ts'
import type { DeviceName } from './actions.ts'
import { textOfRemote } from './desk-records.ts'
import type { Chance } from './seeded-random.ts'
import type { World } from './world.ts'

/** What the person of a laptop does in the blog's own editor, under the same account. */
export interface BrowserAction {
  do: 'in-browser'
  on: DeviceName
  act: BrowserAct
  item: number
}

/** `type`: without saving. `restore`: an autosave, one's own or somebody's, becomes the post. `draft`: a post that waits does so no more. */
export type BrowserAct = 'type' | 'restore' | 'note' | 'answer' | 'settle' | 'draft'

export const drawBrowserAction = (chance: Chance, on: DeviceName): BrowserAction => ({
  do: 'in-browser',
  on,
  act: chance.weighted([
    [3, 'type'],
    [1, 'restore'],
    [3, 'note'],
    [2, 'answer'],
    [1, 'settle'],
    [1, 'draft'],
  ] as const),
  item: chance.below(1000),
})

/** Refused where the account may not; nothing is done then. */
export async function actInBrowser(world: World, action: BrowserAction): Promise<void> {
  try {
    await perform(world, action)
  } catch (error) {
    if (!isAppError(error)) throw error
    world.journal.push(`  refused in the browser: ${error.data.kind}`)
  }
}

async function perform({ blog, ledger, devices, said }: World, { on, act, item }: BrowserAction): Promise<void> {
  const { account } = devices[on]
  const api = blog.as(account)
  const me = blog.user(account).id
  const mine = blog.state.posts.filter(
    ({ status, authorId }) => status !== 'trash' && (account === 'editor' || authorId === me),
  )
  // Whoever opens a post there opens mostly one that waits.
  const waiting = mine.filter(({ status }) => status === 'pending')
  const post = among(waiting.length > 0 ? waiting : mine, item)
  if (!post) return
  const id = post.id as RemotePostId
  const words = `browser-${blog.state.nextPostId + blog.state.nextCommentId}`
  const say = (parentRemoteId: RemoteCommentId | null): Promise<unknown> => {
    const text = `Note ${words}`
    said.set(text, (said.get(text) ?? 0) + 1)
    return api.createNote({ postRemoteId: id, parentRemoteId, text, verdict: null, token: 'none' })
  }
  const note = among(
    blog.state.comments.filter(
      ({ postId, noteStatus, parentId }) => postId === post.id && noteStatus !== undefined && parentId === 0,
    ),
    item,
  )
  switch (act) {
    case 'type': {
      if (post.status === 'draft' && post.authorId === me) return
      const { title, excerpt } = post
      const content = `<!-- wp:paragraph -->\n<p>Typed ${words}</p>\n<!-- /wp:paragraph -->\n\n${post.content}`
      await api.saveProposal(id, { title, content, excerpt })
      const typed = ownAutosave(blog.state.posts, post.id, me)
      if (typed) ledger.noteTyped(post.id, typed.content)
      return
    }
    case 'restore': {
      const autosave = among(post.autosaves ?? [], item)
      if (!autosave) return
      const { title, content, excerpt } = autosave
      ledger.noteColleagueText(post.id, textOfRemote(await api.updatePost(id, { title, content, excerpt })))
      return
    }
    case 'note':
      await say(null)
      return
    case 'answer':
      if (note) await say(note.id as RemoteCommentId)
      return
    case 'settle':
      if (note) await api.setNoteResolved(note.id as RemoteCommentId, item % 2 === 0)
      return
    case 'draft':
      if (post.status !== 'pending') return
      ledger.noteColleagueStatus(post.id)
      await api.setPostStatus(id, { status: 'draft', publishAt: null })
  }
}

const ownAutosave = (posts: PracticePost[], postId: number, authorId: number) =>
  posts.find(({ id }) => id === postId)?.autosaves?.find((autosave) => autosave.authorId === authorId)

const among = <Item>(items: Item[], item: number): Item | undefined => items[item % Math.max(items.length, 1)]
