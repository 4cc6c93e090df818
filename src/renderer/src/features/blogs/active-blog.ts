import { createContext, useContext } from 'react'
import type { Blog } from '../../../../shared/domain/blog.ts'

export const ActiveBlogContext = createContext<Blog | null>(null)

/** The blog whose writing, conversation and outbox the window shows. */
export function useActiveBlog(): Blog {
  const blog = useContext(ActiveBlogContext)
  if (!blog) throw new Error('useActiveBlog outside of ActiveBlogContext')
  return blog
}
