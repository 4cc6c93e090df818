import { z } from 'zod'
import { addressInput } from './inputs.ts'
import { blogIdInput } from './settings-input.ts'
import { procedure, router } from './procedure.ts'

const accountInput = z.object({
  userName: z.string().trim().min(1).max(200),
  applicationPassword: z.string().trim().min(1).max(200),
})

export const doctorRouter = router({
  visit: procedure
    .input(
      z.union([
        z.object({ blogId: blogIdInput }),
        z.object({ address: addressInput, account: accountInput.nullable() }),
      ]),
    )
    .mutation(({ ctx, input }) => ctx.doctor.visit(input)),
  last: procedure.query(({ ctx }) => ctx.doctor.last()),
  cancel: procedure.mutation(({ ctx }) => ctx.doctor.cancel()),
  prepareReport: procedure
    .input(z.object({ as: z.enum(['html', 'txt']) }))
    .mutation(({ ctx, input }) => ctx.doctor.prepareReport(input.as)),
})
