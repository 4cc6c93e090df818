import { z } from 'zod'
import { procedure, router } from './procedure.ts'

export const backupIdInput = z.object({ id: z.string().min(1).max(100) })

export const backupRouter = router({
  list: procedure.query(({ ctx }) => ctx.backups.list()),
  makeNow: procedure.mutation(({ ctx }) => ctx.backups.makeNow()),
  compare: procedure.input(backupIdInput).query(({ ctx, input }) => ctx.backups.compare(input)),
  recovery: procedure.query(({ ctx }) => ctx.backups.recovery()),
  noteRecoveryRead: procedure.mutation(({ ctx }) => ctx.backups.noteRecoveryRead()),
})
