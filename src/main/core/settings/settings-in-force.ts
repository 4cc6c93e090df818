import type { Settings } from '../../../shared/contract/settings-input.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import { settingsUnderPolicy } from '../policy/settings-under-policy.ts'
import type { Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { mendSettings } from './mend-settings.ts'

const defaults: Settings = {
  language: 'as-the-computer',
  theme: 'system',
  interfaceDirection: 'ltr',
  activeBlogId: null,
  arrivals: 'ask-on-metered',
  isLineMetered: false,
  smartTyping: true,
  spelling: true,
  profile: { name: '', byBlog: {} },
  keepAddressesDays: 3,
  secondLook: {},
  promises: {},
  purposes: {},
  bestBits: {},
  reviewPolicies: {},
  lockAfterMinutes: 10,
  notices: {
    isOn: true,
    showsWords: false,
    quiet: { from: 20, until: 7 },
    isQuietOnClosedDays: true,
    badge: 'unread',
  },
}

/** The settings of one desk, read anew each time. What does not fit is logged when it is first met. */
export interface SettingsInForce {
  /** As the person wants them. */
  own(): Settings
  /** What holds: theirs, and over it the policy's. */
  get(): Settings
  /** Of settings that are to be. */
  underPolicy(settings: Settings): Settings
}

export function createSettingsInForce(desk: Desk, log: Log): SettingsInForce {
  let faultsTold = ''
  const own = (): Settings => {
    const { settings, faults } = mendSettings(desk.settings.find('preferences'), defaults)
    const told = faults.join()
    if (told !== faultsTold) for (const field of faults) log.warn('setting-does-not-fit', { field })
    faultsTold = told
    return settings
  }
  const underPolicy = (settings: Settings): Settings => {
    const blogIds = desk.blogs.listBlogs().map(({ id }) => id)
    return settingsUnderPolicy(settings, policyInForce(desk), blogIds)
  }
  return { own, underPolicy, get: () => underPolicy(own()) }
}

/** How long nobody may be at the desk before it locks itself; null: it never does. */
export const lockAfterMsOf = ({ lockAfterMinutes }: Settings): number | null =>
  lockAfterMinutes === null ? null : lockAfterMinutes * 60_000
