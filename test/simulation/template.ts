import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PracticeUserName } from '../../src/main/core/practice-blog/practice-state.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { memorySecrets, openDesk } from '../support/open-desk.ts'
import { letGo } from './desk-database.ts'
import { asCoreRandom, createChance } from './seeded-random.ts'
import { openBlog, ORIGIN, type SimulatedBlog } from './simulated-blog.ts'
import { profileIn } from '../../src/main/host/profile.ts'

/** Where runs begin: a blog with a few posts and comments, and a desk per account that has pulled them. */
export interface Template {
  startIso: string
  blogs: Record<BeginningName, Beginning>
}

/** `fresh`: with desks that are signed in and have pulled nothing yet, and more comments than the blog gives at once. */
export type BeginningName = 'small' | 'large' | 'fresh'

interface Beginning {
  blogText: string
  desks: Record<DeskAccount, { folder: string; blogId: BlogId; password: string }>
}

export type DeskAccount = Extract<PracticeUserName, 'author' | 'editor'>

/** `large`: enough that a few of them gone make the desk ask. */
const MORE_POSTS: Record<BeginningName, number> = { small: 0, large: 10, fresh: 50 }
const HOUR_MS = 3_600_000
const BEGIN_ISO = '2026-11-21T07:02:00.000Z'
const START_ISO = '2026-11-21T07:03:00.000Z'
const OPAQUE =
  '<!-- wp:acme/tide-table {"port":"Hai Phong"} -->\n<div class="tides">04:10 high</div>\n<!-- /wp:acme/tide-table -->'
const block = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

export async function makeTemplate(folder: string): Promise<Template> {
  const beginning = (name: BeginningName) => makeBeginning(join(folder, name), name)
  const blogs = { small: await beginning('small'), large: await beginning('large'), fresh: await beginning('fresh') }
  return { startIso: START_ISO, blogs }
}

async function makeBeginning(folder: string, name: BeginningName): Promise<Beginning> {
  const clock = createManualClock('2026-11-14T07:00:00.000Z')
  const random = asCoreRandom(createChance('template'))
  const blog = openBlog({ clock, random, text: null })
  for (let number = 0; number < MORE_POSTS[name]; number += 1) {
    const userName = number % 2 === 0 ? 'author' : 'editor'
    await addPost(blog, userName, `Of long ago ${number}`, block(`It was year ${number}.`))
    clock.advance(HOUR_MS)
  }
  clock.advance(Date.parse(BEGIN_ISO) - clock.now().getTime())
  await addPost(blog, 'author', 'The ferry at dawn', `${block('Two boats.')}\n\n${OPAQUE}\n\n${block('One returned.')}`)
  await addPost(blog, 'editor', 'Rice and rain', `${block('It rained.')}\n\n${block('It rained more.')}`)
  clock.advance(Date.parse(START_ISO) - clock.now().getTime())
  const desks = { author: await deskOf('author'), editor: await deskOf('editor') }
  return { blogText: blog.text, desks }

  async function deskOf(userName: DeskAccount) {
    const profile = join(folder, userName)
    mkdirSync(profile, { recursive: true })
    const applicationPassword = blog.password(userName)
    const desk = openDesk(profile, { fetch: blog.fetch, clock, random, secrets: memorySecrets() })
    const { id: blogId } = await desk.mutate('blogs', 'connect', { userName, applicationPassword, address: ORIGIN })
    if (name !== 'fresh') await desk.mutate('line', 'syncNow', { blogId })
    await desk.close()
    letGo(profileIn(profile).databasePath)
    return { folder: profile, blogId, password: applicationPassword }
  }
}

async function addPost(blog: SimulatedBlog, userName: DeskAccount, title: string, content: string): Promise<void> {
  const api = blog.as(userName)
  const { remoteId } = await api.createDraft({ slug: '', title })
  await api.updatePost(remoteId, { content })
  await api.setPostStatus(remoteId, { status: 'publish' })
  for (const text of ['Will you come back?', 'A fine line about the rain.'])
    await addVisitorComment(blog, remoteId, text)
}

export async function addVisitorComment(blog: SimulatedBlog, postRemoteId: number, text: string): Promise<void> {
  const email = `reader-${blog.state.nextCommentId}@reader.example`
  const fields = { comment_post_ID: String(postRemoteId), author: 'Lan', email, comment: text }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  const answer = await blog.fetch(`${ORIGIN}/wp-comments-post.php`, { method: 'POST', headers, body })
  if (answer.status >= 400) throw new Error(`the comment was refused: ${answer.status}`)
}
