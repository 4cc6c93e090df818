import { readFileSync } from 'node:fs'
import type { BlogId } from '../../shared/domain/ids.ts'
import type { SearchAnswer, SearchGroup } from '../../shared/domain/search.ts'
import { htmlToText } from '../../shared/content/html-to-text.ts'
import { replyOfPlainWords } from '../../shared/conversation/reply-text.ts'
import { archiveWords } from '../../shared/archive-words.ts'
import { reportLines } from '../../shared/interchange-sentences.ts'
import { entryWords, errorLine, postStateWords } from '../../shared/sentences.ts'
import { CliError } from './cli-error.ts'
import type { Command, Invocation } from './command.ts'
import type { CommandDesk } from './command-desk.ts'
import { diagnostics } from './diagnostics.ts'
import { doctor } from './doctor.ts'
import { exportBlogToFile, exportToFile, importFromFile, openArchive } from './files.ts'
import { handover } from './handover.ts'
import { newPostFromFile } from './new-post-from-file.ts'
import { readPassword } from './read-password.ts'
import { review } from './review.ts'
import { share } from './share.ts'

export const commands: Record<string, Command> = {
  async connect({ desk, options, words, print }) {
    const blog = options.practice
      ? await desk.mutate('blogs', 'connectPractice')
      : await connectBlog(desk, options, words)
    print(blog, [`Connected to ${blog.name} (${blog.url}) as ${blog.displayName}.`])
    return true
  },

  async sync({ desk, options, print }) {
    const { id: blogId } = await desk.blog(options.blog)
    const before = await snapshotOf(desk, blogId)
    const line = await syncAndLetGo(desk, blogId)
    const after = await snapshotOf(desk, blogId)
    const sent = after.entries.filter(({ id, state }) => state === 'done' && !before.doneIds.has(id))
    const open = after.entries.filter(({ state }) => state !== 'done')
    const report = {
      line: line.state,
      reason: line.reason,
      sent,
      open,
      newPosts: after.postCount - before.postCount,
      newComments: after.commentCount - before.commentCount,
    }
    print(report, [
      line.reason ? errorLine(line.reason) : 'The line is open.',
      ...sent.map(({ what, receipt }) => `Sent: ${what} ${receipt?.url ?? ''} (${receipt?.remoteStatus ?? ''})`),
      ...open.map(
        (entry) => `${entryWords(entry).word}: ${entry.what}${entry.reason ? ` — ${errorLine(entry.reason)}` : ''}`,
      ),
      `${report.newPosts} new posts, ${report.newComments} new comments.`,
    ])
    return line.reason === null
  },

  async post({ desk, options, words, print }) {
    const [verb, id] = words
    const as = options.review ? 'pending' : 'publish'
    if (verb === 'publish' && id !== undefined) {
      const entry = await desk.mutate('posts', 'publish', { postId: id, as })
      print(entry, [`In the outbox: ${entry.what}`])
      return true
    }
    if (verb !== 'new' || options.file === undefined)
      throw new CliError('post new --file FILE.md, or post publish POST')
    const blog = await desk.blog(options.blog)
    const postId = await newPostFromFile(desk, blog.id, options.file)
    if (options.publish || options.review) await desk.mutate('posts', 'publish', { postId, as })
    const post = await desk.query('posts', 'get', { postId })
    print({ id: postId, title: post.title, state: post.state }, [
      `${postStateWords(post.state).word}: ${post.title} (${postId})`,
    ])
    return true
  },

  async posts({ desk, options, print }) {
    const blog = await desk.blog(options.blog)
    const posts = await desk.query('posts', 'list', { blogId: blog.id })
    print(
      posts,
      posts.map(({ id, state, title, link }) =>
        `${id}  ${postStateWords(state).word}  ${title}  ${link ?? ''}`.trimEnd(),
      ),
    )
    return true
  },

  async check({ desk, words, print }) {
    const [postId] = words
    if (postId === undefined) throw new CliError('check POST')
    const run = await desk.query('checks', 'run', { postId })
    print(run, [
      ...run.findings.map(
        ({ severity, sentence, why }) => `${severity === 'stops' ? 'STOPS' : 'look '}  ${sentence} ${why}`,
      ),
      ...run.fine.map(({ sentence }) => `fine   ${sentence}`),
    ])
    return run.findings.length === 0
  },

  async comments({ desk, options, print }) {
    const blog = await desk.blog(options.blog)
    const all = await desk.query('comments', 'list', { blogId: blog.id, postId: null })
    const comments = options.unanswered ? all.filter(({ isUnanswered }) => isUnanswered) : all
    print(
      comments,
      comments.map(
        ({ id, authorName, postTitle, contentHtml }) =>
          `${id}  ${authorName}, on “${postTitle}”: ${htmlToText(contentHtml)}`,
      ),
    )
    return true
  },

  async search({ desk, options, words, print }) {
    const text = words.join(' ')
    if (text.trim() === '') throw new CliError('search WORDS')
    const blogId = options.blog === undefined ? null : (await desk.blog(options.blog)).id
    const { groups } = await searchWhole(desk, text, blogId)
    print(groups, groups.flatMap(foundLines))
    return true
  },

  async reply({ desk, options, words, print }) {
    const [commentId] = words
    const text = options.text ?? (options.file === undefined ? undefined : readFileSync(options.file, 'utf8'))
    if (commentId === undefined || text === undefined) throw new CliError('reply COMMENT --text TEXT')
    const entry = await desk.mutate('comments', 'reply', { commentId, text: replyOfPlainWords(text) })
    print(entry, [`In the outbox: ${entry.what}`])
    return true
  },

  async outbox({ desk, options, words, print }) {
    const [verb, id] = words
    if (verb === undefined) {
      const blog = await desk.blog(options.blog)
      const entries = await desk.query('outbox', 'list', { blogId: blog.id })
      print(
        entries,
        entries.map(
          (entry) =>
            `${entry.id}  ${entryWords(entry).word}  ${entry.what}${entry.reason ? ` — ${errorLine(entry.reason)}` : ''}`,
        ),
      )
      return true
    }
    if ((verb !== 'cancel' && verb !== 'try') || id === undefined)
      throw new CliError('outbox, outbox cancel ENTRY, or outbox try ENTRY')
    const entry = await desk.mutate('outbox', verb === 'cancel' ? 'cancel' : 'tryNow', { entryId: id })
    print(entry, [`${entryWords(entry).word}: ${entry.what}`])
    return true
  },

  review,
  handover,

  share,

  async export({ desk, options, words, print }) {
    const [postId] = words
    if (postId === undefined) throw new CliError('export POST --to md|html|docx')
    const path = await exportToFile(desk, postId, options.to ?? 'md', options.out)
    print({ path }, [`Saved: ${path}`])
    return true
  },

  async import({ desk, options, words, print }) {
    const [file] = words
    if (file === undefined) throw new CliError('import FILE')
    const blog = await desk.blog(options.blog)
    const imported = await importFromFile(desk, blog.id, file)
    print(imported, [`Draft: ${imported.postId}`, ...reportLines(imported.report)])
    return true
  },

  async archive({ desk, words, print }) {
    const [file] = words
    if (file === undefined) throw new CliError('archive FILE.xml')
    const { blog, report } = await openArchive(desk, file)
    print({ blog, report }, [`Archive: ${blog.name} (${blog.id}): ${archiveWords(report)}.`])
    return true
  },

  async 'export-blog'({ desk, options, print }) {
    const blog = await desk.blog(options.blog)
    const path = await exportBlogToFile(desk, blog.id, options.to)
    print({ path }, [`Saved: ${path}`])
    return true
  },

  diagnostics,

  doctor,
}

/** Each question puts a slice of what is pending into the index; the last one is asked of all of it. */
async function searchWhole(desk: CommandDesk, text: string, blogId: BlogId | null): Promise<SearchAnswer> {
  for (;;) {
    const answer = await desk.query('search', 'find', { text, filters: { blogId }, limit: 50 })
    if (answer.pendingCount === 0) return answer
  }
}

function foundLines({ kind, hits }: SearchGroup): string[] {
  return hits.map((hit) => {
    const id = hit.kind === 'comment' ? hit.commentId : hit.postId
    const where = hit.postTitle.text === '' ? 'Untitled' : hit.postTitle.text
    return `${id}  ${kind}  ${where}: ${hit.passage?.text ?? ''}`
  })
}

/** Whoever asks for what waits to be sent has said Go: there is no window here that would ask. */
async function syncAndLetGo(desk: CommandDesk, blogId: BlogId) {
  const line = await desk.mutate('line', 'syncNow', { blogId })
  if (line.arrival === null) return line
  await desk.mutate('line', 'letGo', { blogId, entryIds: null })
  return desk.mutate('line', 'syncNow', { blogId })
}

async function connectBlog(desk: CommandDesk, options: Invocation['options'], [address]: string[]) {
  if (address === undefined || options.user === undefined) throw new CliError('connect ADDRESS --user NAME')
  const applicationPassword = await readPassword()
  return desk.mutate('blogs', 'connect', { address, userName: options.user, applicationPassword })
}

async function snapshotOf(desk: CommandDesk, blogId: BlogId) {
  const entries = await desk.query('outbox', 'list', { blogId })
  const posts = await desk.query('posts', 'list', { blogId })
  const comments = await desk.query('comments', 'list', { blogId, postId: null })
  return {
    entries,
    doneIds: new Set(entries.filter(({ state }) => state === 'done').map(({ id }) => id)),
    postCount: posts.length,
    commentCount: comments.length,
  }
}
