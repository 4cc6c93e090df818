import type { Settings } from '../../../../shared/contract/settings-input.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'

/** The one chosen last, or the first while none is chosen or the chosen one is gone; undefined on a desk without blogs. */
export const shownBlog = (blogs: readonly Blog[], { activeBlogId }: Pick<Settings, 'activeBlogId'>): Blog | undefined =>
  blogs.find((blog) => blog.id === activeBlogId) ?? blogs[0]
