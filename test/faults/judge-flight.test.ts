import { expect, test } from 'vitest'
import { noViolations } from './flight-figures.ts'
import { judgeFlight, type FlightEnd } from './judge-flight.ts'

const acts = {
  title: 'Flight',
  earlierTitle: 'Before',
  firstText: 'At dawn.',
  lastText: 'At dusk.',
  tag: 'Tag',
  replyText: 'An answer.',
}
const post = {
  status: 'publish',
  title: 'Flight',
  name: 'flight',
  content: '<p>At dusk.</p><img alt="A ferry">',
  tags: ['Tag'],
}
const earlier = { ...post, title: 'Before', name: 'before', content: '' }
const good: FlightEnd = {
  acts,
  found: { posts: [earlier, post], replies: ['An answer.'], files: ['picture'] },
  texts: ['{"At dawn."}', '{"At dusk."}'],
  open: [],
  passwordsSentAstray: 0,
}
const judged = (change: Partial<FlightEnd>) => judgeFlight({ ...good, ...change }).violations
const onSite = (change: Partial<FlightEnd['found']>) => judged({ found: { ...good.found, ...change } })
const none = noViolations

test('a flight with each act once is good', () => {
  expect(judged({})).toEqual(none)
})

test.each([
  ['a post that is not there', onSite({ posts: [earlier] }), { lost: 1 }],
  ['a post that stayed a draft', onSite({ posts: [earlier, { ...post, status: 'draft' }] }), { lost: 1 }],
  ['an update that did not go', onSite({ posts: [{ ...post, content: 'At dawn. alt="A ferry"' }] }), { lost: 1 }],
  ['a picture shown twice', onSite({ posts: [{ ...post, content: `${post.content}${post.content}` }] }), { lost: 1 }],
  ['a tag that did not go', onSite({ posts: [{ ...post, tags: [] }] }), { lost: 1 }],
  ['a reply that did not go', onSite({ replies: [] }), { lost: 1 }],
  ['a text without a version', judged({ texts: ['{"At dusk."}'] }), { lost: 1 }],
  ['a second public post', onSite({ posts: [post, { ...post, name: 'flight-2' }] }), { dupPublic: 1 }],
  ['a second reply', onSite({ replies: ['An answer.', 'An answer.'] }), { dupPublic: 1 }],
  [
    'a draft left over',
    onSite({ posts: [post, { ...post, status: 'draft', title: '', name: 'desk-1' }] }),
    { dupFinal: 1 },
  ],
  ['a post of nobody', onSite({ posts: [post, { ...post, title: 'Spam', name: 'spam' }] }), { unsolicited: 1 }],
  ['a reply of nobody', onSite({ replies: ['An answer.', 'Else.'] }), { unsolicited: 1 }],
  ['a password at another host', judged({ passwordsSentAstray: 2 }), { unsolicited: 2 }],
  ['an entry that does not end', judged({ open: ['send-reply unknown'] }), { stuck: 1 }],
])('%s is counted', (_what, violations, expected) => {
  expect(violations).toEqual({ ...none, ...expected })
})
