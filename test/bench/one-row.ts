import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '../../src/main/host/node/open-desk.ts'
import type { PostSummary } from '../../src/shared/domain/post.ts'
import type { SearchAnswer } from '../../src/shared/domain/search.ts'
import { filledDesk } from './filled-desk.ts'
import { median, type Measure } from './measure.ts'

/** What a window asks the core's thread for after a pause of typing, until it is read: its row of the list, beside all rows, in turns. */
export async function oneRow(posts: number, runs: number): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-row-'))
  const { blogId } = await filledDesk(folder, posts)
  const core = openDesk(folder)
  const ask = async <Answer>(path: string, input: object): Promise<{ ms: number; kb: number; answer: Answer }> => {
    const startedMs = performance.now()
    const response = await core.call({ type: 'query', path, input })
    if (!response.ok) throw new Error(JSON.stringify(response.error))
    const text = JSON.stringify(response.data)
    const answer = JSON.parse(text) as Answer
    return { ms: performance.now() - startedMs, kb: Buffer.byteLength(text) / 1024, answer }
  }
  try {
    // Asking fills a slice of the index, which is beside the point.
    while ((await ask<SearchAnswer>('search.find', { text: '', filters: {} })).answer.pendingCount > 0);
    const { answer: newest } = await ask<PostSummary[]>('posts.newest', { blogId, limit: 1 })
    const postIds = newest.map(({ id }) => id)
    const row = []
    const list = []
    for (let run = 0; run < runs; run += 1) {
      row.push(await ask('posts.summaries', { blogId, postIds }))
      list.push(await ask('posts.list', { blogId }))
    }
    const of = (asked: { ms: number; kb: number }[], what: 'ms' | 'kb'): number =>
      median(asked.map((each) => each[what]))
    return {
      id: 'U4',
      work: `one row of a list of ${posts} posts after a pause of typing ÷ the whole list`,
      ratio: of(row, 'ms') / of(list, 'ms'),
      goal: null,
      figures: { row_ms: of(row, 'ms'), list_ms: of(list, 'ms'), row_kb: of(row, 'kb'), list_kb: of(list, 'kb') },
    }
  } finally {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
