import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskKeysOf, type DeskKeys } from '../../src/main/core/vault/desk-keys.ts'
import type { Clock, Fetch } from '../../src/main/core/ports.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { fillWithPosts } from '../support/fill-with-posts.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'

/** A desk as people have it, sealed, in this process. */
export interface SealedDesk {
  desk: TestDesk
  blogId: BlogId
  folder: string
  keys: DeskKeys
}

/** With so many posts more than the practice blog has. What it lay in is gone afterwards. */
export async function onSealedDesk<Result>(
  { posts, clock, fetch }: { posts: number; clock?: Clock; fetch?: Fetch },
  work: (sealed: SealedDesk) => Promise<Result>,
): Promise<Result> {
  const parent = mkdtempSync(join(tmpdir(), 'attache-bench-'))
  const folder = join(parent, 'desk')
  const keys = deskKeysOf(randomBytes(32), randomBytes(32))
  const ports = { keys, ...(clock ? { clock } : {}), ...(fetch ? { fetch } : {}) }
  let desk = openDesk(folder, ports)
  try {
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    if (posts > 0) {
      await desk.close()
      fillWithPosts(folder, blogId, posts, NEEDLE, keys)
      desk = openDesk(folder, ports)
    }
    return await work({ desk, blogId, folder, keys })
  } finally {
    await desk.close()
    rmSync(parent, { recursive: true })
  }
}

/** Stands in one post of those that were added. */
export const NEEDLE = 'lighthousekeeper'
