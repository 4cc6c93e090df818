import { expect, test } from 'vitest'
import type { SearchGroup } from '../../src/shared/domain/search.ts'
import { newPost, paragraph } from '../support/desk-on-practice-blog.ts'
import { openDesk } from '../support/open-desk.ts'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('search on the command line asks the whole desk, also what is not in the index yet', async () => {
  const profile = temporaryFolder()
  const desk = openDesk(profile)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  await newPost(desk, blogId, 'Học bổng', paragraph('The oyster farmers asked.'))
  await desk.close()

  const on = laptop(profile, '')
  const groups = await on.json<SearchGroup[]>('search', 'hoc', 'bong', 'oyster')
  expect(groups).toMatchObject([
    {
      kind: 'post',
      count: 1,
      hits: [
        {
          postTitle: {
            text: 'Học bổng',
            ranges: [
              [0, 3],
              [4, 8],
            ],
          },
        },
      ],
    },
  ])
  const { stdout, code } = await on.run(['search', 'hoc bong oyster'])
  expect({ code, line: stdout.trim().slice(36) }).toEqual({
    code: 0,
    line: '  post  Học bổng: The oyster farmers asked.',
  })
})
