import { openPracticeBlog, PRACTICE_ORIGIN } from '../support/open-practice-blog.ts'
import { servePracticeBlog } from '../support/serve-practice-blog.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { describeBlogApiContract } from './blog-api.contract.ts'

// As the app uses it: in the same process, with everything that the embassy wrote.
describeBlogApiContract('the practice blog', { hasNotes: true }, async () => {
  const { fetch, accounts, visitorComment } = openPracticeBlog({ clock: systemClock })
  return {
    url: PRACTICE_ORIGIN,
    users: accounts,
    fetch,
    async visitorComment(comment) {
      const answer = await visitorComment(comment)
      if (answer.status !== 302) throw new Error(`the comment was not taken: ${answer.status}`)
    },
    stop: () => Promise.resolve(),
  }
})

// As tests use it: over HTTP, with nothing on it yet.
describeBlogApiContract('the practice blog over HTTP', { hasNotes: true }, async () => {
  const { url, accounts, stop } = await servePracticeBlog({ contents: 'empty' })
  return { url, users: accounts, stop, visitorComment: (comment) => commentAsVisitor(url, comment) }
})
