import type { Blog } from '../../domain/blog.ts'
import type { BlogId } from '../../domain/ids.ts'

/** The names of a person that hold on a blog: those for every blog, its own, and under which name they sign there. */
export const namesOn = (
  blog: Pick<Blog, 'id' | 'displayName'>,
  names: readonly { name: string; blogId: BlogId | null }[],
): string[] => [
  ...names.filter((one) => one.blogId === null || one.blogId === blog.id).map(({ name }) => name),
  ...(blog.displayName === '' ? [] : [blog.displayName]),
]
