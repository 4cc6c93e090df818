import { z } from 'zod'
import type { RemotePostId } from '../domain/ids.ts'
import { postIdInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

const remotePageId = z
  .int()
  .positive()
  .transform((number) => number as RemotePostId)

/** The part of the contract that is about where pages stand. */
export const pageRouter = router({
  place: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.pages.place(input.postId)),
  setParent: procedure
    .input(z.object({ postId: postIdInput, parentId: remotePageId.nullable() }))
    .mutation(({ ctx, input }) => ctx.pages.setParent(input)),
})
