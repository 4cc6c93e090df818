import { expect, test } from 'vitest'
import { foldSaves } from '../../../../../src/renderer/src/features/editor/history/fold-saves.ts'
import type { Snapshot } from '../../../../../src/shared/contract/services.ts'
import type { SnapshotId, UtcIso } from '../../../../../src/shared/domain/ids.ts'
import { asId } from '../../../fake-core.ts'

const version = (clock: string, why: Snapshot['why'] = 'autosave', name: string | null = null): Snapshot => ({
  id: asId<SnapshotId>(clock),
  createdAt: asId<UtcIso>(`2026-11-27T${clock}:00.000Z`),
  why,
  title: '',
  wordCount: 1,
  name,
  sentAs: null,
})

test('saves of ten minutes are one line; what was sent, received or named stands by itself', () => {
  const lines = foldSaves([
    version('14:09'),
    version('14:05'),
    version('14:00'),
    version('13:59'),
    version('13:58', 'sent'),
    version('13:57'),
    version('13:56', 'autosave', 'For the ministry'),
    version('13:55'),
  ])
  expect(lines.map(({ snapshot, earlier }) => [snapshot.id, ...earlier.map(({ id }) => id)])).toEqual([
    ['14:09', '14:05', '14:00'],
    ['13:59'],
    ['13:58'],
    ['13:57'],
    ['13:56'],
    ['13:55'],
  ])
})
