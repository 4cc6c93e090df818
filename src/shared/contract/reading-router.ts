import { z } from 'zod'
import type { FeedId, FeedItemId } from '../domain/ids.ts'
import { addressInput } from './inputs.ts'
import { blogIdInput } from './settings-input.ts'
import { procedure, router } from './procedure.ts'

const feedIdInput = z.uuid().transform((text) => text as FeedId)
const itemIdInput = z.uuid().transform((text) => text as FeedItemId)
const wordsInput = z.string().max(65_000)

/** The part of the contract that is about feeds. */
export const readingRouter = router({
  desk: procedure.query(({ ctx }) => ctx.reading.desk()),
  items: procedure
    .input(z.object({ feedId: feedIdInput.nullable() }))
    .query(({ ctx, input }) => ctx.reading.items(input.feedId)),
  item: procedure.input(z.object({ itemId: itemIdInput })).query(({ ctx, input }) => ctx.reading.item(input.itemId)),
  add: procedure
    .input(z.object({ address: addressInput }))
    .mutation(({ ctx, input }) => ctx.reading.add(input.address)),
  remove: procedure
    .input(z.object({ feedId: feedIdInput }))
    .mutation(({ ctx, input }) => ctx.reading.remove(input.feedId)),
  fetchNow: procedure.mutation(({ ctx }) => ctx.reading.fetchNow()),
  setRead: procedure
    .input(z.object({ itemIds: z.array(itemIdInput).max(20_000), isRead: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.reading.setRead(input)),
  keepNote: procedure
    .input(z.object({ itemId: itemIdInput, note: wordsInput }))
    .mutation(({ ctx, input }) => ctx.reading.keepNote(input)),
  keepReply: procedure
    .input(z.object({ itemId: itemIdInput, reply: wordsInput }))
    .mutation(({ ctx, input }) => ctx.reading.keepReply(input)),
  setAnswered: procedure
    .input(z.object({ itemId: itemIdInput, isAnswered: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.reading.setAnswered(input)),
  writeAbout: procedure
    .input(z.object({ itemId: itemIdInput, blogId: blogIdInput }))
    .mutation(({ ctx, input }) => ctx.reading.writeAbout(input)),
})
