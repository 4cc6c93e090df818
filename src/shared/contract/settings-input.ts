import { z } from 'zod'
import type { BlogId } from '../domain/ids.ts'
import { BADGE_COUNTS } from '../domain/notice.ts'
import type { ReviewPolicy } from '../domain/review.ts'
import { LONGEST_SECOND_LOOK_MINUTES } from '../domain/second-look.ts'
import { LANGUAGES } from '../words/languages.ts'

/** Apart from the other inputs: these are read before the window has anything to show, and nothing else is to be loaded for it. */

export const blogIdInput = z.uuid().transform((text) => text as BlogId)

const lineOfText = z.string().trim().max(200)
export const bylineInput = z.object({ role: lineOfText, place: lineOfText })

export const reviewPolicyInput = z.object({
  publishing: z.enum(['offered', 'required']),
  allowsUrgent: z.boolean(),
}) satisfies z.ZodType<ReviewPolicy>

const hour = z.int().min(0).max(23)

/** Whatever else is asked for a format refuses it, and with it every sentence. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1
  } catch {
    return false
  }
}

/** Which language is spoken, and how its dates and numbers are written. */
export const speechInput = z.object({ language: z.enum(LANGUAGES), formatLocale: z.string().max(85).refine(isLocale) })

export const settingsInput = z.object({
  language: z.enum(['as-the-computer', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
  interfaceDirection: z.enum(['ltr', 'rtl']),
  activeBlogId: blogIdInput.nullable(),
  /** What happens to waiting work when the line comes back after a while. */
  arrivals: z.enum(['ask', 'go-at-once', 'ask-on-metered']),
  /** The person's own word for the network this laptop is on. */
  isLineMetered: z.boolean(),
  /** Quotation marks, dashes and spaces are set by the language while typing. */
  smartTyping: z.boolean(),
  /** Words that no dictionary knows are underlined. */
  spelling: z.boolean(),
  /**
   * Who writes here: under the title, and in the sign-off. An empty name is the account's. `usual`: what a blog begins with that is
   * connected from now on, and the language of a new post (BCP 47, '' for none); absent where nobody said.
   */
  profile: z.object({
    name: lineOfText,
    byBlog: z.record(z.uuid(), bylineInput),
    usual: bylineInput.extend({ language: z.string().max(35) }).optional(),
  }),
  /** How long readers' addresses that somebody looked at stay on this laptop. */
  keepAddressesDays: z.int().min(0).max(30),
  /** How long a reply on each blog is held; a blog that is not here holds it for an undo only. */
  secondLook: z.record(
    z.uuid(),
    z.union([z.literal('until-looked-at'), z.int().min(1).max(LONGEST_SECOND_LOOK_MINUTES)]),
  ),
  /** What readers of each blog may expect; a blog that is not here promises nothing. */
  promises: z.record(
    z.uuid(),
    z.object({ workingDays: z.int().min(0).max(60), closedOn: z.array(z.int().min(0).max(6)).max(7) }),
  ),
  /** What each blog is for, in sight while somebody writes for it. */
  purposes: z.record(z.uuid(), z.string().max(1000)),
  /** By which tag a post of each blog is one of its best bits, or that what it keeps at its top is; a blog that is not here has none. */
  bestBits: z.record(z.uuid(), z.union([lineOfText, z.strictObject({ by: z.literal('top') })])),
  /** Whether a post of each blog has to be approved; a blog that is not here asks for nothing. */
  reviewPolicies: z.record(z.uuid(), reviewPolicyInput),
  /** Nobody at the desk for so long, and it locks itself; null: never. Only with a passphrase. */
  lockAfterMinutes: z.int().min(1).max(240).nullable(),
  /** When and how the person is told of new comments. */
  notices: z.object({
    isOn: z.boolean(),
    showsWords: z.boolean(),
    quiet: z.object({ from: hour, until: hour }).nullable(),
    isQuietOnClosedDays: z.boolean(),
    badge: z.enum(BADGE_COUNTS),
  }),
})
export type Settings = z.output<typeof settingsInput>

/** Absent fields stay as they are. */
export const settingsPatchInput = settingsInput.partial()
export type SettingsPatch = z.output<typeof settingsPatchInput>
