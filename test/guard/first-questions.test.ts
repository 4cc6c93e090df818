import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { deskOnPracticeBlog } from '../support/desk-on-practice-blog.ts'

/**
 * How often a far line is waited for before the first posts come: answers are held until nothing more is asked for, and given all at once. On the
 * other side of the world each turn is half a second.
 */
const MOST_TURNS = 3

/** As many as a browser has connections to a host. */
const MOST_AT_ONCE = 6

test('before the first page of posts a round waits for its blog three times, and asks politely', async () => {
  const { desk, blogId, line, clock } = await deskOnPracticeBlog({ contents: 'embassy' })
  // Long enough that all is to be learned anew.
  clock.advance(8 * 24 * 3_600_000)
  const held: (() => void)[] = []
  const turns: string[][] = [[]]
  line.onRequest = ({ method, path }) =>
    new Promise((resolve) => {
      turns.at(-1)?.push(`${method} ${path.split('?')[0]}`)
      held.push(resolve)
    })
  const round = desk.mutate('line', 'syncNow', { blogId })
  const isEnd = Promise.race([round.then(() => true), endless])
  for (let isDone = false; !isDone;) {
    for (let tick = 0; tick < TICKS; tick += 1) await setImmediate()
    turns.push([])
    for (const release of held.splice(0)) release()
    isDone = await Promise.race([isEnd, setImmediate(false)])
  }
  const asked = turns.filter(({ length }) => length > 0)
  expect(asked.findIndex((turn) => turn.includes('GET /wp/v2/posts'))).toBe(MOST_TURNS)
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThanOrEqual(MOST_AT_ONCE)
  await desk.close()
})

/** Of the loop, until whatever follows an answer has been asked for. */
const TICKS = 20
const endless = new Promise<boolean>(() => undefined)
