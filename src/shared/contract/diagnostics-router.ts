import { z } from 'zod'
import { procedure, router } from './procedure.ts'

export const diagnosticsRouter = router({
  collect: procedure
    .input(z.object({ withAddresses: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.diagnostics.collect(input)),
  prepare: procedure
    .input(z.object({ text: z.string().max(4_000_000) }))
    .mutation(({ ctx, input }) => ctx.diagnostics.prepare(input)),
})
