import { expect, test } from 'vitest'
import {
  canCancel,
  canHold,
  canStop,
  isFinal,
  mayLeaveTo,
  needsPerson,
} from '../../../src/main/core/outbox/entry-states.ts'
import type { EntryState } from '../../../src/shared/domain/outbox-entry.ts'

const states: EntryState[] = [
  'held',
  'ready',
  'sending',
  'unknown',
  'resolving',
  'waiting',
  'needs-sign-in',
  'needs-you',
  'blocked',
  'staged',
  'done',
  'cancelled',
]

test('what may have arrived on the blog is only ever looked up', () => {
  expect(states.filter((to) => mayLeaveTo('unknown', to))).toEqual(['resolving'])
})

test('nothing under way can be taken back, everything else can', () => {
  expect(states.filter(canCancel)).toEqual(['held', 'ready', 'waiting', 'needs-sign-in', 'needs-you', 'blocked'])
})

test('what would go by itself and is not under way can be kept here', () => {
  expect(states.filter(canHold)).toEqual(['held', 'ready', 'waiting', 'needs-sign-in'])
})

test('what may be under way can only be stopped', () => {
  expect(states.filter(canStop)).toEqual(['sending', 'unknown', 'resolving', 'staged'])
})

test('only done and cancelled are the end', () => {
  expect(states.filter(isFinal)).toEqual(['done', 'cancelled'])
})

test('every state that is not the end can still reach done', () => {
  const reaches = (from: EntryState, seen = new Set<EntryState>()): boolean => {
    if (from === 'done') return true
    if (seen.has(from)) return false
    seen.add(from)
    return states.some((to) => mayLeaveTo(from, to) && reaches(to, seen))
  }
  expect(states.filter((state) => !reaches(state))).toEqual(['cancelled'])
})

test('a state that needs a person goes on only when the person says so', () => {
  for (const state of states.filter(needsPerson)) {
    expect(states.filter((to) => mayLeaveTo(state, to))).toEqual(
      state === 'needs-sign-in' ? ['held', 'ready', 'cancelled'] : ['ready', 'cancelled'],
    )
  }
})
