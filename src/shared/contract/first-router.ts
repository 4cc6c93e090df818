import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import type { BlogsService, PostsService, SettingsService } from './services.ts'
import { blogIdInput } from './settings-input.ts'

/** What the core does for the calls below. */
export interface FirstServices {
  blogs: Pick<BlogsService, 'list'>
  posts: Pick<PostsService, 'newest'>
  settings: Pick<SettingsService, 'get'>
}

const t = initTRPC.context<FirstServices>().create({ isServer: true, allowOutsideOfServer: true })

/** Without these a window can show nothing. They only read, and the core answers them before the rest of it is loaded. */
export const firstCalls = {
  blogs: { list: t.procedure.query(({ ctx }) => ctx.blogs.list()) },
  posts: {
    newest: t.procedure
      .input(z.object({ blogId: blogIdInput, limit: z.int().positive().max(200) }))
      .query(({ ctx, input }) => ctx.posts.newest(input)),
  },
  settings: { get: t.procedure.query(({ ctx }) => ctx.settings.get()) },
}

/** A part of the router in router.ts, to be had without it. */
export const firstRouter = t.router({
  blogs: t.router(firstCalls.blogs),
  posts: t.router(firstCalls.posts),
  settings: t.router(firstCalls.settings),
})

const PATHS = new Set(
  Object.entries(firstCalls).flatMap(([place, calls]) => Object.keys(calls).map((name) => `${place}.${name}`)),
)

export const isFirstCall = (path: string): boolean => PATHS.has(path)
