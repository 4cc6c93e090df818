import { text as readAll } from 'node:stream/consumers'

/** From the environment, or else from standard input. */
export const readPassword = async (): Promise<string> =>
  process.env['ATTACHE_APPLICATION_PASSWORD'] ?? (await readAll(process.stdin)).trim()
