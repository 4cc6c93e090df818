import { z } from 'zod'
import type { CampaignId, EvidenceId } from '../domain/ids.ts'
import { EVIDENCE_KINDS } from '../domain/insight.ts'
import { postIdInput } from './inputs.ts'
import { blogIdInput } from './settings-input.ts'
import { procedure, router } from './procedure.ts'

const campaignIdInput = z.uuid().transform((text) => text as CampaignId)
const evidenceIdInput = z.uuid().transform((text) => text as EvidenceId)
const line = z.string().trim().max(500)
const words = z.string().trim().max(5_000)
const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => text === '' || /^https?:\/\//i.test(text))

/** Of this and the last century: a period of a thousand years would be a thousand columns. */
const day = z.iso.date().refine((text) => text >= '1990-01-01' && text <= '2100-12-31')
const LONGEST_PERIOD_DAYS = 3_700
const DAY_MS = 86_400_000
const period = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= LONGEST_PERIOD_DAYS * DAY_MS)

const question = z.object({ blogId: blogIdInput, period, campaignId: campaignIdInput.nullable() })
const aim = { objective: words, audience: line }

/** The part of the contract that is about what came of the writing. */
export const insightRouter = router({
  get: procedure.input(question).query(({ ctx, input }) => ctx.insight.get(input)),
  campaigns: procedure
    .input(z.object({ blogId: blogIdInput }))
    .query(({ ctx, input }) => ctx.insight.campaigns(input.blogId)),
  putCampaign: procedure
    .input(
      z.object({
        id: campaignIdInput,
        blogId: blogIdInput,
        name: line.min(1),
        beginsOn: day.nullable(),
        endsOn: day.nullable(),
        ...aim,
      }),
    )
    .mutation(({ ctx, input }) => ctx.insight.putCampaign(input)),
  removeCampaign: procedure
    .input(z.object({ id: campaignIdInput }))
    .mutation(({ ctx, input }) => ctx.insight.removeCampaign(input)),
  aim: procedure.input(z.object({ postId: postIdInput })).query(({ ctx, input }) => ctx.insight.aim(input.postId)),
  setAim: procedure
    .input(z.object({ postId: postIdInput, aim: z.object({ campaignId: campaignIdInput.nullable(), ...aim }) }))
    .mutation(({ ctx, input }) => ctx.insight.setAim(input)),
  putEvidence: procedure
    .input(
      z.object({
        id: evidenceIdInput,
        blogId: blogIdInput,
        postId: postIdInput.nullable(),
        kind: z.enum(EVIDENCE_KINDS),
        happenedOn: day,
        who: line,
        text: words.min(1),
        url: webAddress,
      }),
    )
    .mutation(({ ctx, input }) => ctx.insight.putEvidence(input)),
  removeEvidence: procedure
    .input(z.object({ id: evidenceIdInput }))
    .mutation(({ ctx, input }) => ctx.insight.removeEvidence(input)),
  prepareTable: procedure.input(question).mutation(({ ctx, input }) => ctx.insight.prepareTable(input)),
})
