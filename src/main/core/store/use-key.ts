import type Database from 'better-sqlite3'

/** The first statements on a connection: 32 raw bytes, or null for a file in the clear. They say nothing of whether the key is right. */
export function useKey(database: Database.Database, key: Uint8Array | null): void {
  // What is sorted or kept for a rollback goes to no file: SQLite writes those in the clear, wherever the system has its own.
  database.pragma('temp_store = MEMORY')
  if (!key) return
  database.pragma("cipher = 'chacha20'")
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
}
