import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedPracticeBlog, servePracticeBlog } from '../support/serve-practice-blog.ts'
import { ensureWordpress } from '../wordpress/ensure-wordpress.ts'
import { type RunningWordpress, startWordpress } from '../wordpress/start-wordpress.ts'
import { CONVERSATION, converse, type Observation } from './conversation/converse.ts'

const files = await ensureWordpress('7.1')
const name = 'the practice blog answers as WordPress 7.1 does'

if ('missing' in files) {
  console.warn(`skipped: ${name}: ${files.missing}`)
  describe(name, () => it.skip(files.missing))
} else {
  describe(name, () => {
    let wordpress: RunningWordpress | null = null
    let practice: ServedPracticeBlog | null = null
    let real = new Map<string, Observation>()
    let ours = new Map<string, Observation>()
    beforeAll(async () => {
      wordpress = await startWordpress({ version: '7.1' })
      practice = await servePracticeBlog({ contents: 'empty' })
      real = await converse(wordpress)
      ours = await converse({ url: practice.url, users: practice.accounts })
    })
    afterAll(async () => {
      await practice?.stop()
      await wordpress?.stop()
    })
    it.each(CONVERSATION.map((step) => step.name))('%s', (step) => {
      expect(real.get(step)).toBeDefined()
      expect(ours.get(step)).toEqual(real.get(step))
    })
  })
}
