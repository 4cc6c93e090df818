import { describe, expect, it } from 'vitest'
import { entryChoices } from '../../../../src/renderer/src/features/outbox/entry-choices.ts'
import type { EntryState, OutboxEntry } from '../../../../src/shared/domain/outbox-entry.ts'
import { waitingEntry } from './waiting-entries.ts'

const AT = waitingEntry('x').createdAt
const choicesOf = (fields: Partial<OutboxEntry>): string[] =>
  Object.entries(entryChoices(waitingEntry('x', fields)))
    .filter(([, isThere]) => isThere)
    .map(([name]) => name.replace('can', ''))

const under: EntryState[] = ['sending', 'staged', 'resolving']

describe('what a person may do', () => {
  it('within the undo window is more than with what they keep here', () => {
    expect(choicesOf({ state: 'held', heldUntil: AT })).toEqual(['Undo', 'Hold', 'TryNow', 'Discard', 'Move'])
    expect(choicesOf({ state: 'held' })).toEqual(['Release', 'Discard', 'Move'])
  })

  it('with what may be under way is to stop it, and nothing that calls it taken back', () => {
    for (const state of under) expect(choicesOf({ state })).toEqual(['Stop'])
    expect(choicesOf({ state: 'unknown' })).toEqual(['Stop', 'TryNow'])
    for (const state of under) expect(choicesOf({ state, isStopping: true })).toEqual(['Release'])
  })

  it('with a reply is to change its words while nothing is under way', () => {
    expect(choicesOf({ kind: 'send-reply', state: 'waiting' })).toEqual(['Hold', 'TryNow', 'Discard', 'Edit', 'Move'])
    expect(choicesOf({ kind: 'send-reply', state: 'needs-you' })).not.toContain('Edit')
  })

  it('with a picture is only what concerns its own sending: it goes with its post', () => {
    expect(choicesOf({ kind: 'upload-picture' })).toEqual([])
    expect(choicesOf({ kind: 'upload-picture', state: 'sending' })).toEqual(['Stop'])
    expect(choicesOf({ kind: 'upload-picture', state: 'held' })).toEqual(['Release'])
  })

  it('with what is over is nothing', () => {
    expect(choicesOf({ state: 'done' })).toEqual([])
  })
})
