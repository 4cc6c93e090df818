import { z } from 'zod'
import { procedure, router } from './procedure.ts'

const use = z.enum(['move', 'successor'])
const passphrase = z.string().min(1).max(1000)

/** The part of the contract that is about leaving for another laptop, or for good. */
export const handoverRouter = router({
  contents: procedure.input(z.object({ use })).query(({ ctx, input }) => ctx.handover.contents(input)),
  write: procedure
    .input(z.object({ use, passphrase, name: z.string().trim().max(200), staysInUse: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.handover.write(input)),
  handedOver: procedure.query(({ ctx }) => ctx.handover.handedOver()),
  stayInUse: procedure.mutation(({ ctx }) => ctx.handover.stayInUse()),
  open: procedure
    .input(z.object({ bytes: z.instanceof(Uint8Array), passphrase: passphrase.nullable() }))
    .mutation(({ ctx, input }) => ctx.handover.open(input)),
  takeIn: procedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => ctx.handover.takeIn(input)),
  setAside: procedure.mutation(({ ctx }) => ctx.handover.setAside()),
  arrived: procedure.query(({ ctx }) => ctx.handover.arrived()),
  noteArrivedRead: procedure.mutation(({ ctx }) => ctx.handover.noteArrivedRead()),
})
