import { z } from 'zod'
import { postIdInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

const onePost = z.object({ postId: postIdInput })

/** The part of the contract that is about posts in two languages. */
export const pairRouter = router({
  find: procedure.input(onePost).query(({ ctx, input }) => ctx.pairs.find(input.postId)),
  begin: procedure
    .input(onePost.extend({ language: z.string().min(2).max(35) }))
    .mutation(({ ctx, input }) => ctx.pairs.begin(input)),
  tie: procedure.input(onePost.extend({ sourceId: postIdInput })).mutation(({ ctx, input }) => ctx.pairs.tie(input)),
  untie: procedure.input(onePost).mutation(({ ctx, input }) => ctx.pairs.untie(input.postId)),
  agree: procedure
    .input(onePost.extend({ at: z.int().min(0).max(100_000), source: z.string().max(5_000_000).nullable() }))
    .mutation(({ ctx, input }) => ctx.pairs.agree(input)),
})
