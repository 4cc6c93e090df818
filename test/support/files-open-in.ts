import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

const OPEN = '/proc/self/fd'

/** Which files whose path begins so this process has open, whichever of its threads. Where the system does not tell, none: what follows in the test shows it less surely. */
export const filesOpenIn = (beginning: string): string[] =>
  (existsSync(OPEN) ? readdirSync(OPEN) : [])
    .map((name) => targetOf(join(OPEN, name)))
    .filter((file) => file.startsWith(beginning))

function targetOf(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    // Closed meanwhile.
    return ''
  }
}
