import type { Settings } from '../../../shared/contract/settings-input.ts'
import { isUuid, type BlogId } from '../../../shared/domain/ids.ts'
import { BADGE_COUNTS } from '../../../shared/domain/notice.ts'
import type { ReviewPolicy } from '../../../shared/domain/review.ts'
import { LONGEST_SECOND_LOOK_MINUTES } from '../../../shared/domain/second-look.ts'
import { LANGUAGES } from '../../../shared/words/languages.ts'
import {
  byUuid,
  flag,
  group,
  isRecord,
  isWhole,
  line,
  list,
  one,
  oneOf,
  optional,
  orNull,
  readStored,
  text,
  whole,
  type Part,
} from '../stored-value.ts'

const byline = { role: line(200), place: line(200) }

export const reviewPolicyPart: Part<ReviewPolicy> = group({
  publishing: oneOf(['offered', 'required']),
  allowsUrgent: flag,
})

/** What `settingsInput` takes of a window, read by hand because no window shows anything before it; test/core/settings holds the two together. */
const settingsPart: Part<Settings> = group({
  language: oneOf(['as-the-computer', ...LANGUAGES]),
  theme: oneOf(['system', 'light', 'dark']),
  interfaceDirection: oneOf(['ltr', 'rtl']),
  activeBlogId: orNull(one((value) => (isUuid(value) ? (value as BlogId) : undefined))),
  arrivals: oneOf(['ask', 'go-at-once', 'ask-on-metered']),
  isLineMetered: flag,
  smartTyping: flag,
  spelling: flag,
  profile: group({
    name: line(200),
    byBlog: byUuid(group(byline)),
    usual: optional(group({ ...byline, language: text(0, 35) })),
  }),
  keepAddressesDays: whole(0, 30),
  secondLook: byUuid(
    one((value) => (value === 'until-looked-at' || isWhole(value, 1, LONGEST_SECOND_LOOK_MINUTES) ? value : undefined)),
  ),
  promises: byUuid(group({ workingDays: whole(0, 60), closedOn: list(whole(0, 6), 0, 7) })),
  purposes: byUuid(text(0, 1000)),
  bestBits: byUuid(
    one((value) => {
      if (typeof value === 'string' && value.trim().length <= 200) return value.trim()
      return isRecord(value) && value['by'] === 'top' && Object.keys(value).length === 1
        ? { by: 'top' as const }
        : undefined
    }),
  ),
  reviewPolicies: byUuid(reviewPolicyPart),
  lockAfterMinutes: orNull(whole(1, 240)),
  notices: group({
    isOn: flag,
    showsWords: flag,
    quiet: orNull(group({ from: whole(0, 23), until: whole(0, 23) })),
    isQuietOnClosedDays: flag,
    badge: oneOf(BADGE_COUNTS),
  }),
})

/**
 * The settings as they were stored, each value that does not fit (another Attaché wrote it, or a hand) in its default: of a
 * record the wrong entry goes, of a list the wrong item. `faults` says where, without what stood there.
 */
export function mendSettings(stored: unknown, defaults: Settings): { settings: Settings; faults: string[] } {
  if (!isRecord(stored)) return { settings: defaults, faults: stored === null ? [] : ['everything'] }
  const { value, faults } = readStored(settingsPart, { ...defaults, ...stored }, defaults)
  return { settings: value ?? defaults, faults }
}
