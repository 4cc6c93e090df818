import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createSettingsInForce } from '../../../src/main/core/settings/settings-in-force.ts'
import { createSettingsService } from '../../../src/main/core/settings/settings-service.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import type { Settings } from '../../../src/shared/contract/settings-input.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { BLOG, CHOSEN, OTHER } from './chosen-settings.ts'

function settingsWith(stored: unknown) {
  const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
  const desk = createDesk(store)
  if (stored !== null) desk.settings.put('preferences', stored)
  const logged: unknown[] = []
  const write = (event: string, fields?: object): void => void logged.push({ event, ...fields })
  const log = { info: write, warn: write, error: write }
  return {
    settings: createSettingsService({
      desk,
      feed: createChangeFeed(),
      log,
      onCostChanged: () => undefined,
      inForce: createSettingsInForce(desk, log),
    }),
    logged,
    close: () => store.close(),
  }
}

const { notices, promises, secondLook, profile } = CHOSEN

test.each<[what: string, stored: object, expected: Partial<Settings>, field: string]>([
  ['a word that is none of the choices', { theme: 'pink' }, { theme: 'system' }, 'theme'],
  ['a number where a yes belongs', { spelling: 1 }, { spelling: true }, 'spelling'],
  ['too many days', { keepAddressesDays: 9000 }, { keepAddressesDays: 3 }, 'keepAddressesDays'],
  [
    'an hour that no day has',
    { notices: { ...notices, quiet: { from: 99, until: 6 } } },
    { notices: { ...notices, quiet: { from: 20, until: 6 } } },
    'notices.quiet.from',
  ],
  [
    'a whole group of another kind',
    { notices: { ...notices, quiet: 'always' } },
    { notices: { ...notices, quiet: { from: 20, until: 7 } } },
    'notices.quiet',
  ],
  [
    'a field that an older Attaché did not know',
    { notices: { ...notices, badge: undefined } },
    { notices: { ...notices, badge: 'unread' } },
    'notices.badge',
  ],
  [
    'one blog’s promise',
    { promises: { ...promises, [OTHER]: { workingDays: 'soon', closedOn: [] } } },
    { promises: { [BLOG]: promises[BLOG] ?? { workingDays: 0, closedOn: [] } } },
    'promises.*.workingDays',
  ],
  [
    'a day that no week has',
    { promises: { ...promises, [BLOG]: { workingDays: 2, closedOn: [5, 9, 6] } } },
    {},
    'promises.*.closedOn.*',
  ],
  ['an entry of no blog', { secondLook: { ...secondLook, '!': 30 } }, {}, 'secondLook.*'],
  ['a name that is none', { profile: { ...profile, name: 7 } }, { profile: { ...profile, name: '' } }, 'profile.name'],
])('%s costs nothing else', (_what, stored, expected, field) => {
  const on = settingsWith({ ...CHOSEN, ...stored })
  expect(on.settings.get()).toEqual({ ...CHOSEN, ...expected })
  expect(on.settings.get()).toEqual({ ...CHOSEN, ...expected })
  const faults = [...new Set(on.logged.map((each) => (each as { field: string }).field))]
  expect(faults[0]).toBe(field)
  on.settings.set({ theme: 'light' })
  on.logged.length = 0
  expect(on.settings.get()).toEqual({ ...CHOSEN, ...expected, theme: 'light' })
  expect(on.logged).toEqual([])
  on.close()
})

test('settings that are none at all are the first ones, and a log says nothing of what stood there', () => {
  for (const stored of ['gone', 7, [], { theme: 'gone', notices: 'gone', promises: { 'gone astray': 'gone' } }]) {
    const on = settingsWith(stored)
    const first = settingsWith(null)
    expect(on.settings.get()).toEqual(first.settings.get())
    expect(JSON.stringify(on.logged)).not.toContain('gone')
    expect(on.logged.length).toBeGreaterThan(0)
    expect(first.logged).toEqual([])
    on.close()
    first.close()
  }
})
