import { z } from 'zod'
import { commentIdInput, postIdInput, replyDraftInput, savedReplyIdInput, savedReplyInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

const ofComment = z.object({ commentId: commentIdInput })

/** The parts of the contract that are about answers and what a comment leads to. */
export const conversationRouters = {
  corrections: router({
    begin: procedure.input(ofComment).mutation(({ ctx, input }) => ctx.corrections.begin(input)),
    ofPost: procedure
      .input(z.object({ postId: postIdInput }))
      .query(({ ctx, input }) => ctx.corrections.ofPost(input.postId)),
    putAway: procedure.input(ofComment).mutation(({ ctx, input }) => ctx.corrections.putAway(input)),
    takeUp: procedure.input(ofComment).mutation(({ ctx, input }) => ctx.corrections.takeUp(input)),
  }),

  replyDrafts: router({
    list: procedure.query(({ ctx }) => ctx.replyDrafts.list()),
    keep: procedure
      .input(z.object({ commentId: commentIdInput, text: replyDraftInput }))
      .mutation(({ ctx, input }) => ctx.replyDrafts.keep(input)),
  }),

  savedReplies: router({
    list: procedure.query(({ ctx }) => ctx.savedReplies.list()),
    put: procedure.input(savedReplyInput).mutation(({ ctx, input }) => ctx.savedReplies.put(input)),
    remove: procedure
      .input(z.object({ id: savedReplyIdInput }))
      .mutation(({ ctx, input }) => ctx.savedReplies.remove(input.id)),
  }),
}
