import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import type { RunningWordpress } from './start-wordpress.ts'

export interface DeskOnWordpress {
  desk: TestDesk
  blogId: BlogId
  /** Rounds until nothing waits; throws with the outbox where something goes on waiting. */
  sync: () => Promise<void>
}

/** A desk with this account of the site, read once. Whoever opens it closes it. */
export async function deskOnWordpress(site: RunningWordpress, role: 'author' | 'editor'): Promise<DeskOnWordpress> {
  const desk = openDesk(temporaryFolder())
  const { id: blogId } = await desk.mutate('blogs', 'connect', { ...site.users[role], address: site.url })
  const sync = async (): Promise<void> => {
    for (let round = 0; round < 10; round += 1)
      if ((await desk.mutate('line', 'syncNow', { blogId })).waitingCount === 0) return
    throw new Error(JSON.stringify(await desk.query('outbox', 'list', { blogId })))
  }
  await sync()
  return { desk, blogId, sync }
}
