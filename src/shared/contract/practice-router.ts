import { z } from 'zod'
import { procedure, router } from './procedure.ts'

/** The part of the contract that is about learning the desk on the practice blog. */
export const practiceRouter = router({
  course: procedure.query(({ ctx }) => ctx.practice.course()),
  begin: procedure.mutation(({ ctx }) => ctx.practice.begin()),
  leave: procedure.mutation(({ ctx }) => ctx.practice.leave()),
  setLine: procedure.input(z.object({ isCut: z.boolean() })).mutation(({ ctx, input }) => ctx.practice.setLine(input)),
  removeSamples: procedure.mutation(({ ctx }) => ctx.practice.removeSamples()),
  bringSamplesBack: procedure.mutation(({ ctx }) => ctx.practice.bringSamplesBack()),
})
