import { isDeepStrictEqual } from 'node:util'
import { speechInput, type Settings } from '../../../shared/contract/settings-input.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { SettingsService } from '../../../shared/contract/services.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { policyStatus } from '../policy/policy-in-force.ts'
import type { Speech } from '../../../shared/words/languages.ts'
import { speak } from '../../../shared/words/speak.ts'
import type { SettingsInForce } from './settings-in-force.ts'

const NETWORK_IS_METERED = 'networkIsMetered'

export function createSettingsService({
  desk,
  feed,
  log,
  onCostChanged,
  inForce: { own, get, underPolicy },
}: {
  desk: Desk
  feed: ChangeFeed
  log: Log
  /** The line costs from now on, or costs no longer. */
  onCostChanged: () => void
  inForce: SettingsInForce
}): SettingsService & {
  /** Whether what waited is to be asked about on the line as it is now. The person's own word that it costs counts as much as the network's. */
  asksOnArrival(): boolean
  /**
   * The line is paid for by what comes over it: the person said so, or the computer does. What nobody asked for comes seldom then or not at all; what a
   * person asks for always comes.
   */
  isLineCostly(): boolean
  /** A blog that is new here begins with the person's usual role and place, where they said so. */
  introduce(blogId: BlogId): void
} {
  const spokenBefore = speechInput.safeParse(desk.settings.find('speech'))
  const speakAs = (speech: Speech): void =>
    void speak(speech).catch(() => log.warn('speech-not-loaded', { language: speech.language }))
  if (spokenBefore.success) speakAs(spokenBefore.data)
  // Remembered, because each screen asks for it.
  let isSaidToCost = own().isLineMetered
  let isNetworkMetered = desk.settings.find(NETWORK_IS_METERED) === true
  const isLineCostly = (): boolean => isSaidToCost || isNetworkMetered
  const set: SettingsService['set'] = (patch) => {
    // What the person wants is kept as it is, for the day when nobody decides it for them.
    const next = { ...own(), ...withoutUndefined(patch) }
    const wasCostly = isLineCostly()
    desk.settings.put('preferences', next)
    isSaidToCost = next.isLineMetered
    feed.emit({ topic: 'settings' })
    if (isLineCostly() !== wasCostly) onCostChanged()
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
      const wasCostly = isLineCostly()
      if (isNetworkMetered !== isMetered) desk.settings.put(NETWORK_IS_METERED, isMetered)
      isNetworkMetered = isMetered
      if (isLineCostly() !== wasCostly) onCostChanged()
    },
    asksOnArrival() {
      switch (get().arrivals) {
        case 'ask':
          return true
        case 'go-at-once':
          return false
        case 'ask-on-metered':
          return isLineCostly()
      }
    },
    isLineCostly,
  }
}

function withoutUndefined(patch: { [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
