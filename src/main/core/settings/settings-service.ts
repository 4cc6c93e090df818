import { isDeepStrictEqual } from 'node:util'
import { speechInput, type Settings } from '../../../shared/contract/settings-input.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { SettingsService } from '../../../shared/contract/services.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { policyInForce, policyStatus } from '../policy/policy-in-force.ts'
import type { Speech } from '../../../shared/words/languages.ts'
import { speak } from '../../../shared/words/speak.ts'
import { settingsUnderPolicy } from '../policy/settings-under-policy.ts'
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

export function createSettingsService({
  desk,
  feed,
  log,
}: {
  desk: Desk
  feed: ChangeFeed
  log: Log
}): SettingsService & {
  /** Whether what waited is to be asked about on the line as it is now. The person's own word that it costs counts as much as the network's. */
  asksOnArrival(): boolean
  /** A blog that is new here begins with the person's usual role and place, where they said so. */
  introduce(blogId: BlogId): void
} {
  let faultsTold = ''
  const spokenBefore = speechInput.safeParse(desk.settings.find('speech'))
  const speakAs = (speech: Speech): void =>
    void speak(speech).catch(() => log.warn('speech-not-loaded', { language: speech.language }))
  if (spokenBefore.success) speakAs(spokenBefore.data)
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
  const get = (): Settings => underPolicy(own())
  const set: SettingsService['set'] = (patch) => {
    // What the person wants is kept as it is, for the day when nobody decides it for them.
    const next = { ...own(), ...withoutUndefined(patch) }
    desk.settings.put('preferences', next)
    feed.emit({ topic: 'settings' })
    return underPolicy(next)
  }
  return {
    get,
    policy: () => policyStatus(desk),
    set,
    introduce(blogId) {
      const { profile } = own()
      const { usual, byBlog } = profile
      if (usual === undefined || byBlog[blogId] !== undefined || `${usual.role}${usual.place}` === '') return
      const { role, place } = usual
      set({ profile: { ...profile, byBlog: { ...byBlog, [blogId]: { role, place } } } })
    },
    noteSpeech(speech) {
      if (!isDeepStrictEqual(desk.settings.find('speech'), speech)) desk.settings.put('speech', speech)
      speakAs(speech)
    },
    noteMetered(isMetered) {
      desk.settings.put('networkIsMetered', isMetered)
    },
    asksOnArrival() {
      const { arrivals, isLineMetered } = get()
      switch (arrivals) {
        case 'ask':
          return true
        case 'go-at-once':
          return false
        case 'ask-on-metered':
          return isLineMetered || desk.settings.find('networkIsMetered') === true
      }
    },
  }
}

function withoutUndefined(patch: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
