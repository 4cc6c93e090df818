import type { Snapshot } from '../../../../../shared/contract/services.ts'
import { isPoint } from './history-words.ts'

const TOGETHER_MS = 10 * 60_000

/** One line of history: a version, and the saves before it that it stands for. */
export interface HistoryLine {
  snapshot: Snapshot
  earlier: Snapshot[]
}

/** Saves of the same ten minutes, counted back from the newest of them, are one line; what somebody would look for never is folded. */
export function foldSaves(snapshots: readonly Snapshot[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const snapshot of snapshots) {
    const last = lines.at(-1)
    const isOneOfThem =
      last !== undefined &&
      !isPoint(last.snapshot) &&
      !isPoint(snapshot) &&
      Date.parse(last.snapshot.createdAt) - Date.parse(snapshot.createdAt) < TOGETHER_MS
    if (isOneOfThem) last.earlier.push(snapshot)
    else lines.push({ snapshot, earlier: [] })
  }
  return lines
}
