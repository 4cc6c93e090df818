import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import type { LockServices } from './lock-services.ts'

const t = initTRPC.context<LockServices>().create({ isServer: true, allowOutsideOfServer: true })

const passphrase = z.string().min(1).max(1000)
const code = z.string().min(1).max(100)

/** The part of the contract that is answered whether the desk is open or locked. */
export const lockRouter = t.router({
  lock: t.router({
    state: t.procedure.query(({ ctx }) => ctx.lock.state()),
    unlock: t.procedure
      .input(
        z.union([
          z.strictObject({ passphrase }),
          z.strictObject({ recoveryCode: code }),
          z.strictObject({ escrowSecret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
          z.literal('before'),
          z.literal('again'),
        ]),
      )
      .mutation(({ ctx, input }) => ctx.lock.unlock(input)),
    shut: t.procedure.mutation(({ ctx }) => ctx.lock.shut()),
    noteEscrowRead: t.procedure.mutation(({ ctx }) => ctx.lock.noteEscrowRead()),
    noteActivity: t.procedure.mutation(({ ctx }) => ctx.lock.noteActivity()),
    setPassphrase: t.procedure
      .input(z.object({ current: passphrase.nullable(), passphrase }))
      .mutation(({ ctx, input }) => ctx.lock.setPassphrase(input)),
    removePassphrase: t.procedure
      .input(z.object({ current: passphrase }))
      .mutation(({ ctx, input }) => ctx.lock.removePassphrase(input)),
    makeRecoveryCode: t.procedure
      .input(z.object({ current: passphrase.nullable() }))
      .mutation(({ ctx, input }) => ctx.lock.makeRecoveryCode(input)),
    confirmRecoveryCode: t.procedure
      .input(z.object({ code }))
      .mutation(({ ctx, input }) => ctx.lock.confirmRecoveryCode(input)),
    changeKey: t.procedure
      .input(z.object({ passphrase: passphrase.nullable() }))
      .mutation(({ ctx, input }) => ctx.lock.changeKey(input)),
    erase: t.procedure
      .input(z.object({ current: passphrase.nullable() }))
      .mutation(({ ctx, input }) => ctx.lock.erase(input)),
    restoreBackup: t.procedure
      .input(z.object({ id: z.string().min(1).max(100) }))
      .mutation(({ ctx, input }) => ctx.lock.restoreBackup(input)),
  }),
})

export type LockRouter = typeof lockRouter
