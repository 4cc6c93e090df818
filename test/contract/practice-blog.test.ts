import { servePracticeBlog } from '../support/serve-practice-blog.ts'
import { commentAsVisitor } from '../wordpress/comment-as-visitor.ts'
import { describeBlogApiContract } from './blog-api.contract.ts'

describeBlogApiContract('the practice blog', async () => {
  const { url, accounts, stop } = await servePracticeBlog()
  return { url, users: accounts, stop, visitorComment: (comment) => commentAsVisitor(url, comment) }
})

describeBlogApiContract('the practice blog with nothing on it', async () => {
  const { url, accounts, stop } = await servePracticeBlog({ contents: 'empty' })
  return { url, users: accounts, stop, visitorComment: (comment) => commentAsVisitor(url, comment) }
})
