import { expect, it } from 'vitest'
import { DraftKeeper } from '../../../../src/renderer/src/features/comments/draft-keeper.ts'
import { AppError, type AppErrorData } from '../../../../src/shared/errors.ts'

const DISK_FULL: AppErrorData = { kind: 'database', reason: 'full' }

/** A core that saves while `isFull` is false, and a timer that a test lets run. */
function onDisk() {
  const disk = { isFull: false, saved: new Map<string, string>(), tries: 0 }
  let due: (() => void)[] = []
  const keeper = new DraftKeeper({
    async send({ commentId, text }) {
      disk.tries += 1
      if (disk.isFull) throw new AppError(DISK_FULL)
      disk.saved.set(commentId, text)
    },
    errorOf: (error) => (error as AppError).data,
    schedule: (callback) => void due.push(callback),
  })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  const later = async (): Promise<void> => {
    const now = due
    due = []
    for (const callback of now) callback()
    await settled()
  }
  return { disk, keeper, settled, later }
}

it('what did not fit on the disk is saved once there is room, without another key', async () => {
  const { disk, keeper, settled, later } = onDisk()
  disk.isFull = true
  keeper.keep('one', 'Dear Lan,')
  await settled()
  expect(keeper.error).toEqual(DISK_FULL)
  await later()
  expect(disk.saved.size).toBe(0)
  disk.isFull = false
  await later()
  expect([...disk.saved]).toEqual([['one', 'Dear Lan,']])
  expect(keeper.error).toBeNull()
})

it('the newest words of each answer are what is tried again', async () => {
  const { disk, keeper, settled, later } = onDisk()
  disk.isFull = true
  keeper.keep('one', 'D')
  await settled()
  keeper.keep('one', 'Dear Lan,')
  keeper.keep('other', 'No.')
  await settled()
  expect(disk.tries).toBe(1)
  disk.isFull = false
  await later()
  expect([...disk.saved]).toEqual([
    ['one', 'Dear Lan,'],
    ['other', 'No.'],
  ])
})

it('words that are typed while others are being saved are saved after them', async () => {
  const { disk, keeper, settled } = onDisk()
  keeper.keep('one', 'D')
  keeper.keep('one', 'Dear')
  await settled()
  expect([...disk.saved]).toEqual([['one', 'Dear']])
})
