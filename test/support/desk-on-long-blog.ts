import { createPracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import { peopleOf } from '../../src/main/core/practice-blog/people.ts'
import {
  emptyState,
  type PracticeComment,
  type PracticePost,
  type PracticeState,
} from '../../src/main/core/practice-blog/practice-state.ts'
import { createWordpressBlogApi } from '../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import type { PostsApi } from '../../src/main/core/blog-api/blog-api.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createFaultyFetch, type FaultyFetch } from '../fakes/faulty-fetch.ts'
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts'
import { administratorRest, type AdministratorRest } from './administrator-rest.ts'
import { memoryPracticeStore } from './memory-practice-store.ts'
import { memorySecrets, openDesk, type TestDesk } from './open-desk.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ORIGIN = 'https://long.example'
/** Two days before the manual clock starts. */
const NEWEST_MS = Date.parse('2026-11-19T07:00:00.000Z')

type UserName = 'administrator' | 'editor' | 'author' | 'contributor'

export interface DeskOnLongBlog {
  desk: TestDesk
  blogId: BlogId
  line: FaultyFetch
  clock: ManualClock
  profileFolder: string
  as: (userName: UserName) => PostsApi
  rest: AdministratorRest
  /** Every address the desk asked. */
  asked: string[]
  /** What an answer of the blog becomes on its way; null leaves all as they are. */
  alter: ((url: string, body: unknown) => unknown) | null
  /** Ends the desk as it is and opens the same profile again. */
  reopen: () => Promise<TestDesk>
}

/** A desk connected, and not synced yet, to a blog with many posts and comments; a new post every `secondsApart`, a new comment every hour. */
export async function deskOnLongBlog(
  size: { posts: number; comments?: number; secondsApart?: number },
  options: { userName?: UserName } = {},
): Promise<DeskOnLongBlog> {
  const clock = createManualClock()
  const store = memoryPracticeStore()
  store.text = JSON.stringify(longState(size))
  const blog = createPracticeBlog({ store, clock, random: systemRandom, origin: ORIGIN })
  const asked: string[] = []
  const hooks: Pick<DeskOnLongBlog, 'alter'> = { alter: null }
  const line = createFaultyFetch(async (url, init) => {
    asked.push(url)
    const answer = await blog.fetch(url, init)
    return hooks.alter === null || !answer.ok
      ? answer
      : Response.json(hooks.alter(url, await answer.json()), { headers: answer.headers })
  })
  const folder = temporaryFolder()
  const ports = { fetch: line.fetch, clock, secrets: memorySecrets() }
  const desk = openDesk(folder, ports)
  const account = blog.accounts[options.userName ?? 'editor']
  const { id: blogId } = await desk.mutate('blogs', 'connect', { ...account, address: ORIGIN })
  return Object.assign(hooks, {
    desk,
    blogId,
    line,
    clock,
    profileFolder: folder,
    asked,
    as: (name: UserName) =>
      createWordpressBlogApi({
        connection: { ...blog.accounts[name], url: `${ORIGIN}/`, restRoot: `${ORIGIN}/wp-json/` },
        fetch: blog.fetch,
      }).ofKind('post'),
    rest: administratorRest(blog.fetch, ORIGIN, blog.accounts.administrator),
    async reopen() {
      await desk.close()
      return openDesk(folder, ports)
    },
  })
}

/** Posts have the ids from 1, comments too; every fifth post is a contributor's draft, the others an author's. */
function longState({
  posts,
  comments = 0,
  secondsApart = 60,
}: {
  posts: number
  comments?: number
  secondsApart?: number
}): PracticeState {
  const users = peopleOf('2025-01-01T00:00:00')
  const idOf = (userName: UserName): number => users.find((user) => user.userName === userName)?.id ?? 0
  const gmt = (ms: number): string => new Date(ms).toISOString().slice(0, 19)
  return {
    ...emptyState(),
    users,
    nextPostId: posts + 1,
    nextCommentId: comments + 1,
    posts: Array.from({ length: posts }, (_, index): PracticePost => {
      const savedGmt = gmt(NEWEST_MS - (posts - index) * secondsApart * 1000)
      const isDraft = index % 5 === 4
      return {
        id: index + 1,
        authorId: idOf(isDraft ? 'contributor' : 'author'),
        status: isDraft ? 'draft' : 'publish',
        trashedFrom: null,
        slug: `post-${index + 1}`,
        title: `Post ${index + 1}`,
        content: `<!-- wp:paragraph -->\n<p>The words of post ${index + 1}.</p>\n<!-- /wp:paragraph -->`,
        excerpt: '',
        dateGmt: savedGmt,
        modifiedGmt: savedGmt,
        categoryIds: [1],
        tagIds: [],
        featuredMediaId: 0,
        commentStatus: 'open',
        revisions: [],
      }
    }),
    comments: Array.from({ length: comments }, (_, index): PracticeComment => ({
      id: index + 1,
      postId: ((index * 7) % Math.max(1, posts)) - (((index * 7) % Math.max(1, posts)) % 5) + 1,
      parentId: 0,
      authorId: 0,
      authorName: `Reader ${index + 1}`,
      authorEmail: 'reader@reader.example',
      authorUrl: '',
      authorIp: '127.0.0.1',
      userAgent: '',
      content: `Comment ${index + 1}`,
      status: 'approved',
      createdGmt: gmt(NEWEST_MS - (comments - index) * 3_600_000),
    })),
  }
}
