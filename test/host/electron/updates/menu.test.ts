import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProfileFolder, openDeskUnderFake } from '../running-desk.ts'
import { newMaker, signedUpdate } from './signed-update.ts'

test('“Update from a file…” in a copy built without a key says so and opens nothing', async () => {
  const attache = await openDeskUnderFake()
  const path = join(newProfileFolder(), 'update.json')
  writeFileSync(path, signedUpdate(newMaker()))
  await attache.control('saveNextTo', path)
  await attache.control('clickMenu', 'update')
  await expect
    .poll(async () => (await attache.control('seen')).dialogs)
    .toEqual([
      {
        message: 'This copy of Attaché was built without a key to know updates by, so it takes none.',
        detail:
          'Nothing was installed, and your desk is as it was. Whoever looks after this computer can install a new version.',
        buttons: ['OK'],
      },
    ])
  expect((await attache.control('seen')).openedLinks).toEqual([])
})

test('a choice of no file says nothing', async () => {
  const attache = await openDeskUnderFake()
  await attache.control('clickMenu', 'update')
  expect((await attache.control('seen')).dialogs).toEqual([])
})
