import { isUuid, type BlogId } from '../domain/ids.ts'
import { AppError } from '../errors.ts'
import type { BlogsService, PostsService, SettingsService } from './services.ts'

/** What the core does for the calls below. */
export interface FirstServices {
  blogs: Pick<BlogsService, 'list'>
  posts: Pick<PostsService, 'newest'>
  settings: Pick<SettingsService, 'get'>
}

/** At most so many posts of a blog, the latest edit first. */
export interface NewestAsked {
  blogId: BlogId
  limit: number
}

/** Checked by hand and not by a schema: the library of schemas is longer to load than all else that a first answer takes. Throws `invalid-input`. */
export function newestInput(input: unknown): NewestAsked {
  const { blogId, limit } = (input ?? {}) as Record<string, unknown>
  const refuse = (field: keyof NewestAsked, rule: string): AppError =>
    new AppError({ kind: 'invalid-input', field, rule })
  if (!isUuid(blogId)) throw refuse('blogId', typeof blogId === 'string' ? 'invalid_format' : 'invalid_type')
  if (!Number.isSafeInteger(limit)) throw refuse('limit', 'invalid_type')
  if (Number(limit) < 1 || Number(limit) > 200) throw refuse('limit', Number(limit) < 1 ? 'too_small' : 'too_big')
  return { blogId: blogId as BlogId, limit: Number(limit) }
}

/**
 * Without these a window can show nothing. They only read, and the core answers them before the rest of it is loaded; in `router.ts` they
 * stand again, with the same services behind them.
 */
export const firstCalls: Readonly<Record<string, (services: FirstServices, input: unknown) => unknown>> = {
  'blogs.list': ({ blogs }) => blogs.list(),
  'posts.newest': ({ posts }, input) => posts.newest(newestInput(input)),
  'settings.get': ({ settings }) => settings.get(),
}
