import { expect, test } from 'vitest'
import { watchForIdleness } from '../../../src/main/host/node/idle-watch.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'

const MINUTE = 60_000

function watched() {
  const clock = createManualClock()
  const desk = { isBusy: false, ended: 0 }
  const { windowOpened } = watchForIdleness({
    clock,
    isBusy: () => Promise.resolve(desk.isBusy),
    onIdle: () => void (desk.ended += 1),
  })
  /** The answer to `isBusy` comes after the timer. */
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { desk, windowOpened, pass }
}

test('a desk whose address nobody opened ends after 30 minutes', async () => {
  const { desk, pass } = watched()
  await pass(30 * MINUTE - 1)
  expect(desk.ended).toBe(0)
  await pass(1)
  expect(desk.ended).toBe(1)
  await pass(60 * MINUTE)
  expect(desk.ended).toBe(1)
})

test('a desk with an open window stays, and ends 30 minutes after the last one is gone', async () => {
  const { desk, windowOpened, pass } = watched()
  const [first, second] = [windowOpened(), windowOpened()]
  await pass(24 * 60 * MINUTE)
  first()
  first()
  await pass(24 * 60 * MINUTE)
  second()
  await pass(29 * MINUTE)
  expect(desk.ended).toBe(0)
  await pass(MINUTE)
  expect(desk.ended).toBe(1)
})

test('a window that is loaded again begins the time anew', async () => {
  const { desk, windowOpened, pass } = watched()
  windowOpened()()
  await pass(29 * MINUTE)
  windowOpened()()
  await pass(29 * MINUTE)
  expect(desk.ended).toBe(0)
  await pass(MINUTE)
  expect(desk.ended).toBe(1)
})

test('what is being sent or fetched is waited for', async () => {
  const { desk, pass } = watched()
  desk.isBusy = true
  await pass(30 * MINUTE)
  await pass(MINUTE)
  expect(desk.ended).toBe(0)
  desk.isBusy = false
  await pass(MINUTE)
  expect(desk.ended).toBe(1)
})

test('a window that comes while the desk looks whether it is busy keeps it', async () => {
  const clock = createManualClock()
  const busy = Promise.withResolvers<boolean>()
  let ended = 0
  const { windowOpened } = watchForIdleness({ clock, isBusy: () => busy.promise, onIdle: () => void (ended += 1) })
  clock.advance(30 * MINUTE)
  windowOpened()
  busy.resolve(false)
  await busy.promise
  await Promise.resolve()
  expect(ended).toBe(0)
})
