import type { BlogId } from '../../domain/ids.ts'

/** The names of a person that hold on a blog: those for every blog, and its own. */
export const namesOn = (blogId: BlogId, names: readonly { name: string; blogId: BlogId | null }[]): string[] =>
  names.filter((one) => one.blogId === null || one.blogId === blogId).map(({ name }) => name)
