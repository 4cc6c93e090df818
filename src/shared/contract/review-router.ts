import { z } from 'zod'
import { REVIEW_OUTCOMES } from '../domain/review.ts'
import { fileNameInput, momentInput, postIdInput, reviewIdInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'
import { anchorInput, postWordsInput } from './review-file-input.ts'

const ofReview = z.object({ reviewId: reviewIdInput })
const name = z.string().trim().min(1).max(200)
const act = ofReview.extend({ name })
/** What a person says; longer than any remark, and short of what a review file carries. */
const words = z.string().trim().max(20_000)
const saidWords = words.min(1)

const passphrase = z.string().min(1).max(1000)

/** The part of the contract that is about reviews. */
export const reviewRouter = router({
  queue: procedure.query(({ ctx }) => ctx.reviews.queue()),
  look: procedure.mutation(({ ctx }) => ctx.reviews.look()),
  lastName: procedure.query(({ ctx }) => ctx.reviews.lastName()),
  find: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.reviews.find(input.postId)),
  get: procedure.input(ofReview).query(({ ctx, input }) => ctx.reviews.get(input.reviewId)),
  ask: procedure
    .input(
      z.object({
        postId: postIdInput,
        of: z.string().trim().max(200),
        by: z.iso.date().nullable(),
        lookAt: words,
        publishAt: momentInput.nullable().default(null),
        through: z.enum(['desk', 'blog']).default('desk'),
        name,
      }),
    )
    .mutation(({ ctx, input }) => ctx.reviews.ask(input)),
  withdraw: procedure.input(act).mutation(({ ctx, input }) => ctx.reviews.withdraw(input)),
  propose: procedure
    .input(act.extend({ words: postWordsInput, over: postWordsInput.nullable().default(null) }))
    .mutation(({ ctx, input }) => ctx.reviews.propose(input)),
  addNote: procedure
    .input(act.extend({ anchor: anchorInput.nullable(), words: saidWords }))
    .mutation(({ ctx, input }) => ctx.reviews.addNote(input)),
  replyToNote: procedure
    .input(act.extend({ noteId: z.uuid(), words: saidWords }))
    .mutation(({ ctx, input }) => ctx.reviews.replyToNote(input)),
  resolveNote: procedure
    .input(act.extend({ noteId: z.uuid(), isResolved: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.reviews.resolveNote(input)),
  writeWord: procedure.input(act).mutation(({ ctx, input }) => ctx.reviews.writeWord(input)),
  readWord: procedure
    .input(act.extend({ fileName: fileNameInput, bytes: z.instanceof(Uint8Array) }))
    .mutation(({ ctx, input }) => ctx.reviews.readWord(input)),
  send: procedure.input(ofReview).mutation(({ ctx, input }) => ctx.reviews.send(input.reviewId)),
  see: procedure.input(ofReview).mutation(({ ctx, input }) => ctx.reviews.see(input.reviewId)),
  decide: procedure
    .input(
      act.extend({ suggestionIds: z.array(z.string().min(1).max(100)).max(100_000), isTaken: z.boolean().nullable() }),
    )
    .mutation(({ ctx, input }) => ctx.reviews.decide(input)),
  conclude: procedure
    .input(act.extend({ decision: z.enum(REVIEW_OUTCOMES), words, publish: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => ctx.reviews.conclude(input)),
  sealOf: procedure
    .input(z.object({ postId: postIdInput }))
    .query(({ ctx, input }) => ctx.reviews.sealOf(input.postId)),
  trailSheet: procedure.input(ofReview).query(({ ctx, input }) => ctx.reviews.trailSheet(input.reviewId)),
  writeTrail: procedure.input(ofReview).mutation(({ ctx, input }) => ctx.reviews.writeTrail(input.reviewId)),
  keys: procedure.query(({ ctx }) => ctx.reviews.keys()),
  writeFile: procedure
    .input(
      z.object({
        reviewIds: z.array(reviewIdInput).min(1).max(100),
        lock: z.union([z.object({ passphrase }), z.object({ receivingKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })]),
        name,
      }),
    )
    .mutation(({ ctx, input }) => ctx.reviews.writeFile(input)),
  readFile: procedure
    .input(z.object({ bytes: z.instanceof(Uint8Array), passphrase: passphrase.nullable() }))
    .mutation(({ ctx, input }) => ctx.reviews.readFile(input)),
  give: procedure
    .input(z.object({ fileName: fileNameInput, bytes: z.instanceof(Uint8Array) }))
    .mutation(({ ctx, input }) => ctx.reviews.give(input)),
  given: procedure.query(({ ctx }) => ctx.reviews.given()),
  readGiven: procedure
    .input(z.object({ id: z.uuid(), passphrase: passphrase.nullable() }))
    .mutation(({ ctx, input }) => ctx.reviews.readGiven(input)),
  setAside: procedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => ctx.reviews.setAside(input.id)),
})
