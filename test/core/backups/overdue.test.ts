import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from '../vault/locked-desk.ts'

const MINUTE_MS = 60_000

test('something else in the place of the backups is a fault, which is told by itself after a day and gone with the next backup', async () => {
  const folder = temporaryFolder()
  const desk = openLocked(folder)
  desk.core.start()
  const backups = () => desk.query('backups', 'list')
  const pass = async (minutes: number): Promise<void> => {
    for (let left = minutes; left > 0; left -= 1) desk.clock.advance(MINUTE_MS)
    await backups()
  }
  const first = await desk.mutate('backups', 'makeNow')
  const inTheWay = join(folder, 'backups')
  rmSync(inTheWay, { recursive: true })
  writeFileSync(inTheWay, 'not a folder')
  await expect(desk.mutate('backups', 'makeNow')).rejects.toMatchObject({
    data: { kind: 'database', reason: 'read-only' },
  })
  // Of none at all nobody knows how old the last one is.
  expect(await backups()).toMatchObject({ backups: [], fault: { reason: 'read-only' }, isOverdue: true })
  await pass(40)

  rmSync(inTheWay)
  await desk.mutate('backups', 'makeNow')
  expect(await backups()).toMatchObject({ backups: [{ sizeBytes: first.sizeBytes }], fault: null, isOverdue: false })
  await desk.mutate('settings', 'set', { theme: 'dark' })
  await pass(2 * 24 * 60)
  expect(await backups()).toMatchObject({ fault: null, isOverdue: false })
  await desk.close()
})
