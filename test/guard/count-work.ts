import Database from 'better-sqlite3'

export interface Work {
  /** Every statement that was run, `BEGIN` and `COMMIT` among them. */
  statements: string[]
  /** Each waits for the disk. */
  commits: number
}

const RUNS = ['get', 'all', 'run', 'iterate'] as const

/** What the store is asked while `act` is carried out, on whatever desk of this process. */
export async function countWork(act: () => unknown): Promise<Work> {
  const statements: string[] = []
  const database = new Database(':memory:')
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as Record<string, unknown>
  database.close()
  const before = RUNS.map((name) => [name, prototype[name]] as const)
  for (const [name, run] of before) {
    prototype[name] = function counted(this: Database.Statement, ...values: unknown[]): unknown {
      statements.push(this.source)
      return (run as (...given: unknown[]) => unknown).apply(this, values)
    }
  }
  try {
    await act()
  } finally {
    for (const [name, run] of before) prototype[name] = run
  }
  return { statements, commits: statements.filter((sql) => sql === 'COMMIT').length }
}
