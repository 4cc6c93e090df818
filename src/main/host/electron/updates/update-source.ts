import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Policy } from '../../../../shared/domain/policy.ts'
import type { Fetch } from '../../../core/ports.ts'
import { LONGEST_DESCRIPTION_BYTES } from './decide-update.ts'

/** Where an update lies: its description, and beside it the installers by name. */
export interface UpdateSource {
  /** Somewhat more than a description may have is read of a longer one. Rejects when it cannot be read. */
  description(): Promise<string>
  installer(fileName: string): Promise<AsyncIterable<Uint8Array>>
}

export function updateOnDisk(descriptionPath: string): UpdateSource {
  return {
    async description() {
      const file = await open(descriptionPath)
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_DESCRIPTION_BYTES + 1), 0)
        return buffer.toString('utf8', 0, bytesRead)
      } finally {
        await file.close()
      }
    },
    installer: (fileName) => Promise.resolve(createReadStream(join(dirname(descriptionPath), fileName))),
  }
}

const DESCRIPTION_WITHIN_MS = 60_000
const INSTALLER_WITHIN_MS = 3_600_000

/** The feed is asked for `update.json` and told nothing: no version, no name, no cookie. A redirect is not followed. */
export function updateOnFeed(feed: URL, fetch: Fetch): UpdateSource {
  const get = async (name: string, withinMs: number): Promise<AsyncIterable<Uint8Array>> => {
    const response = await fetch(new URL(name, feed).href, { signal: AbortSignal.timeout(withinMs) })
    if (response.status !== 200 || response.body === null) throw new Error(`the feed answered ${response.status}`)
    return response.body
  }
  return {
    async description() {
      const parts: Uint8Array[] = []
      let sizeBytes = 0
      for await (const part of await get('update.json', DESCRIPTION_WITHIN_MS)) {
        parts.push(part)
        sizeBytes += part.byteLength
        if (sizeBytes > LONGEST_DESCRIPTION_BYTES) break
      }
      return Buffer.concat(parts).toString('utf8')
    },
    installer: (fileName) => get(fileName, INSTALLER_WITHIN_MS),
  }
}

/** The feed that the machine's administrator names; null without one, and then nothing is ever asked. Only `https:`, ending in a slash. */
export function feedOf(named: string | undefined): URL | null {
  if (named === undefined || !URL.canParse(named)) return null
  const url = new URL(named)
  return url.protocol === 'https:' && url.pathname.endsWith('/') && url.username === '' ? url : null
}

/** What the organisation says of a feed counts more than what the environment does. */
export const feedUnder = ({ updates }: Policy, named: string | undefined): URL | null =>
  updates === undefined ? feedOf(named) : updates.from === 'feed' ? feedOf(updates.feed) : null
