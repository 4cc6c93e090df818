import { createPracticeBlog, type PracticeBlogOptions } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import type { PracticeUserName } from '../../src/main/core/practice-blog/practice-state.ts'
import { createWordpressBlogApi } from '../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import type { PostsApi } from '../../src/main/core/blog-api/blog-api.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import type { PolicyReading } from '../../src/shared/domain/policy.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createFaultyFetch, type FaultyFetch } from '../fakes/faulty-fetch.ts'
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts'
import { administratorRest, type AdministratorRest } from './administrator-rest.ts'
import { memoryPracticeStore } from './memory-practice-store.ts'
import { memorySecrets, openDesk, type TestDesk } from './open-desk.ts'
import { temporaryFolder } from './temporary-folder.ts'

export { newPost, paragraph, type, write } from './write-posts.ts'

const ORIGIN = 'https://blog.example'

/** A desk connected to an empty blog with memory, over a line with faults, under a clock that a test moves. */
export interface DeskOnBlog {
  desk: TestDesk
  blogId: BlogId
  line: FaultyFetch
  clock: ManualClock
  profileFolder: string
  secrets: ReturnType<typeof memorySecrets>
  /** The blog itself over a faultless line: what a test looks at afterwards, or what somebody else does. */
  as: (userName: PracticeUserName) => PostsApi
  rest: AdministratorRest
  /** The blog's public side. */
  visit: (path: string) => Promise<string>
  /** Somebody opens the post in the blog's own editor, and writes nothing. */
  openInEditor: (postRemoteId: number) => Promise<void>
  /** How many files the blog's library holds. */
  libraryCount: () => number
  visitorComment: (postRemoteId: number, text: string) => Promise<void>
  /** Rounds with long pauses between them, until nothing waits any more. */
  syncUntilQuiet: () => Promise<void>
  /** Connects the same account again, or on another laptop. */
  signIn: (laptop?: TestDesk) => Promise<BlogId>
  /** Opens the desk of another profile folder against the same blog. */
  openOther: (folder: string) => TestDesk
  /** A desk of its own for another account of the same blog, signed in and up to date. */
  openAs: (userName: PracticeUserName) => Promise<{ desk: TestDesk; blogId: BlogId; line: FaultyFetch }>
}

export async function deskOnPracticeBlog(
  options: {
    userName?: PracticeUserName
    holdMs?: number
    contents?: 'embassy' | 'empty'
    freeBytes?: () => number
    readPolicy?: () => PolicyReading
    languages?: PracticeBlogOptions['languages']
    /** How far the blog's clock is ahead of the laptop's. */
    blogAheadMs?: number
  } = {},
): Promise<DeskOnBlog> {
  const clock = createManualClock()
  const store = memoryPracticeStore()
  const aheadMs = options.blogAheadMs ?? 0
  const blog = createPracticeBlog({
    store,
    clock: { ...clock, now: () => new Date(clock.now().getTime() + aheadMs) },
    random: systemRandom,
    origin: ORIGIN,
    contents: options.contents ?? 'empty',
    languages: options.languages ?? [],
  })
  const line = createFaultyFetch(blog.fetch)
  const secrets = memorySecrets()
  const profileFolder = temporaryFolder()
  const { holdMs = 0, freeBytes = () => 50_000_000_000 } = options
  const { readPolicy = (): PolicyReading => ({ found: 'nothing' }) } = options
  const ports = { fetch: line.fetch, clock, secrets, holdMs, freeBytes, readPolicy }
  const desk = openDesk(profileFolder, ports)
  const account = blog.accounts[options.userName ?? 'editor']
  const signIn = async (laptop: TestDesk = desk) =>
    (await laptop.mutate('blogs', 'connect', { ...account, address: ORIGIN })).id
  const blogId = await signIn()
  await desk.mutate('line', 'syncNow', { blogId })

  return {
    desk,
    blogId,
    line,
    clock,
    profileFolder,
    secrets,
    signIn,
    openOther: (folder) => openDesk(folder, ports),
    async openAs(userName) {
      const otherLine = createFaultyFetch(blog.fetch)
      const other = openDesk(temporaryFolder(), { ...ports, fetch: otherLine.fetch, secrets: memorySecrets() })
      const { id } = await other.mutate('blogs', 'connect', { ...blog.accounts[userName], address: ORIGIN })
      await other.mutate('line', 'syncNow', { blogId: id })
      return { desk: other, blogId: id, line: otherLine }
    },
    as: (userName) =>
      createWordpressBlogApi({
        connection: { ...blog.accounts[userName], url: `${ORIGIN}/`, restRoot: `${ORIGIN}/wp-json/` },
        fetch: blog.fetch,
      }).ofKind('post'),
    rest: administratorRest(blog.fetch, ORIGIN, blog.accounts.administrator),
    visit: async (path) => (await blog.fetch(new URL(path, ORIGIN).href)).text(),
    openInEditor: async (id) => void (await blog.fetch(`${ORIGIN}/wp-admin/post.php?post=${id}&action=edit`)),
    libraryCount: () => (JSON.parse(store.text ?? '{"media":[]}') as { media: unknown[] }).media.length,
    async visitorComment(postRemoteId, text) {
      const fields = {
        comment_post_ID: String(postRemoteId),
        author: 'Lan',
        email: 'lan@reader.example',
        comment: text,
      }
      const body = new URLSearchParams(fields).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await blog.fetch(`${ORIGIN}/wp-comments-post.php`, { method: 'POST', headers, body })
      if (answer.status >= 400) throw new Error(`the comment was refused: ${answer.status} ${await answer.text()}`)
    },
    syncUntilQuiet: () => syncUntilQuiet(desk, blogId, clock),
  }
}

export async function syncUntilQuiet(desk: TestDesk, blogId: BlogId, clock: ManualClock): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const { waitingCount } = await desk.mutate('line', 'syncNow', { blogId })
    if (waitingCount === 0) return
    clock.advance(20 * 60_000)
  }
  throw new Error(`still waiting: ${JSON.stringify(await desk.query('outbox', 'list', { blogId }))}`)
}
