import type { Store } from './open-store.ts'

/** What may be said of a desk to somebody who must not read it: how much of what, and whether the file is whole. */
export interface DiagnosisRepository {
  schemaVersion(): number
  /** Rows of each table, by the table's own name. */
  rowCounts(): { table: string; count: number }[]
  /** Open and done lines of the outbox, by kind and state. */
  outboxCounts(): { kind: string; state: string; count: number }[]
  /** Lines that carry a failure, by its kind alone. */
  failureCounts(): { kind: string; count: number }[]
  /** Reads every page; blocks meanwhile. */
  isWhole(): boolean
  sizeBytes(): number
}

export function createDiagnosisRepository({ database }: Store): DiagnosisRepository {
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
  const outbox = database.prepare<[], { kind: string; state: string; count: number }>(
    'SELECT kind, state, count(*) AS count FROM outbox_entries GROUP BY kind, state ORDER BY kind, state',
  )
  const failures = database.prepare<[], { kind: string; count: number }>(
    `SELECT json_extract(reason, '$.kind') AS kind, count(*) AS count FROM outbox_entries
     WHERE reason IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
  const pragma = (name: string): unknown => database.pragma(name, { simple: true })
  return {
    schemaVersion: () => Number(pragma('user_version')),
    rowCounts: () =>
      tables.all().map((table) => ({
        table,
        count: database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
      })),
    outboxCounts: () => outbox.all(),
    failureCounts: () => failures.all(),
    isWhole: () => pragma('quick_check(1)') === 'ok',
    sizeBytes: () => Number(pragma('page_count')) * Number(pragma('page_size')),
  }
}
