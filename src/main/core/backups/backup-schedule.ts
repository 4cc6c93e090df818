/** How many of the newest stay, one for each span of time: half an hour, an hour, a day, a week. */
const TIERS: readonly { spanMs: number; kept: number }[] = [
  { spanMs: 30 * 60_000, kept: 4 },
  { spanMs: 60 * 60_000, kept: 24 },
  { spanMs: 24 * 60 * 60_000, kept: 14 },
  { spanMs: 7 * 24 * 60 * 60_000, kept: 8 },
]

export const BACKUP_EVERY_MS = 30 * 60_000

/** A backup by its time, in ms since 1970. */
export type BackupTime = number

/**
 * Which of these backups stay. Of each span the newest counts; spans without one count for nothing, so that a laptop that was shut for
 * a month has what it had before. A clock that was put wrong, or right again, says that some are of a time to come: those are counted by
 * themselves, and neither they nor the others crowd each other out.
 */
export function backupsToKeep(times: readonly BackupTime[], now: BackupTime): ReadonlySet<BackupTime> {
  return new Set([...keptOf(times.filter((time) => time <= now)), ...keptOf(times.filter((time) => time > now))])
}

function keptOf(times: readonly BackupTime[]): ReadonlySet<BackupTime> {
  const newestFirst = times.toSorted((a, b) => b - a)
  const kept = new Set<BackupTime>()
  for (const tier of TIERS) {
    const spans = new Set<number>()
    for (const time of newestFirst) {
      const span = Math.floor(time / tier.spanMs)
      if (spans.has(span)) continue
      spans.add(span)
      if (spans.size > tier.kept) break
      kept.add(time)
    }
  }
  return kept
}
