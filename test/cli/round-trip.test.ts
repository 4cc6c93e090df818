import { expect, test } from 'vitest'
import { runAttache } from '../support/run-attache.ts'

const post = `<!-- wp:paragraph {"metadata":{"noteId":7}} -->
<p class="x">Doors open at <em>nine</em>.</p>
<!-- /wp:paragraph -->

<!-- wp:acme/map /-->
`

test('a round trip gives the very bytes back, and needs no profile', async () => {
  expect(await runAttache(['roundtrip'], { input: post })).toMatchObject({ code: 0, stdout: post })
})

test('an edit on the way changes its words and nothing else', async () => {
  const { stdout } = await runAttache(['roundtrip', '--edit', 'at nine=>at ten'], { input: post })
  expect(stdout).toBe(post.replace('at <em>nine</em>', 'at ten'))
})

test('an edit of what is not there is refused', async () => {
  const { code, stderr } = await runAttache(['roundtrip', '--edit', 'eleven=>ten'], { input: post })
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('No text that can be edited') })
})
