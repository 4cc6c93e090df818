import { expect, test } from 'vitest'
import { createQuarantine } from '../../../src/main/core/sync/quarantine.ts'
import type { EntryId } from '../../../src/shared/domain/ids.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'

const reply = 'entry-reply' as EntryId

test('what ended unclear is left alone for the whole time from its end', () => {
  const clock = createManualClock()
  const quarantine = createQuarantine(clock)
  quarantine.begin(reply)
  clock.advance(50_000)
  expect(quarantine.leftMs(reply, 120_000)).toBe(70_000)
  clock.advance(70_000)
  expect(quarantine.leftMs(reply, 120_000)).toBe(0)
})

test('what an earlier life sent is counted from the first look, and a second send counts anew', () => {
  const clock = createManualClock()
  const quarantine = createQuarantine(clock)
  clock.advance(300_000)
  expect(quarantine.leftMs(reply, 120_000)).toBe(120_000)
  clock.advance(120_000)
  expect(quarantine.leftMs(reply, 120_000)).toBe(0)
  quarantine.begin(reply)
  expect(quarantine.leftMs(reply, 120_000)).toBe(120_000)
})

test('what needs no quarantine has none', () => {
  expect(createQuarantine(createManualClock()).leftMs(reply, 0)).toBe(0)
})
