import type { Settings } from '../../../src/shared/contract/settings-input.ts'

export const BLOG = '4c6a8f0e-4f0f-4d7e-9d54-0d4f6a5b7c11'
export const OTHER = '9f1c2b3a-1111-4222-8333-444455556666'

/** What a person chose, nothing of it as it is at first. */
export const CHOSEN: Settings = {
  language: 'vi',
  theme: 'dark',
  interfaceDirection: 'rtl',
  activeBlogId: BLOG as Settings['activeBlogId'],
  arrivals: 'ask',
  isLineMetered: true,
  smartTyping: false,
  spelling: false,
  profile: {
    name: 'Lan',
    byBlog: { [BLOG]: { role: 'Consul', place: 'Huế' } },
    usual: { role: 'Consul', place: 'Huế', language: 'vi' },
  },
  keepAddressesDays: 7,
  secondLook: { [BLOG]: 30, [OTHER]: 'until-looked-at' },
  bestBits: { [BLOG]: 'visas', [OTHER]: { by: 'top' } },
  reviewPolicies: { [BLOG]: { publishing: 'required', allowsUrgent: true } },
  promises: { [BLOG]: { workingDays: 2, closedOn: [5, 6] }, [OTHER]: { workingDays: 1, closedOn: [0] } },
  purposes: { [BLOG]: 'Why people here study with us.' },
  lockAfterMinutes: 30,
  notices: {
    isOn: false,
    showsWords: true,
    quiet: { from: 22, until: 6 },
    isQuietOnClosedDays: false,
    badge: 'unanswered',
  },
}
