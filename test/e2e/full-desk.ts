import type { Language } from '../../src/shared/words/languages.ts'
import type { Fetch } from '../../src/main/core/ports.ts'
import { holdPosts } from '../support/held-posts.ts'
import { openDesk } from '../support/open-desk.ts'

const FEED = 'https://neighbour.example/feed'

const item = (title: string, words: string, day: number): string =>
  `<item><title>${title}</title><link>https://neighbour.example/${day}</link><guid>${day}</guid><pubDate>${new Date(Date.UTC(2026, 9, day)).toUTCString()}</pubDate><content:encoded><![CDATA[${words}]]></content:encoded></item>`

const ITEMS = [
  item('The long pier', '<h2>Wood and salt</h2><p>They began in spring. It <a href="/held">held</a>.</p>', 3),
  item('ميناء صغير', '<p>وصلت السفن صباحًا.</p>', 2),
]

/** A neighbour's feed, and nothing else anywhere. */
const web: Fetch = async (address) => {
  if (address !== FEED) throw new TypeError('fetch failed')
  return new Response(
    `<rss version="2.0" xmlns:content="c"><channel><title>The neighbour</title><link>https://neighbour.example/</link>${ITEMS.join('')}</channel></rss>`,
    { headers: { 'content-type': 'application/rss+xml' } },
  )
}

/** A profile on whose desk every place has something: posts and comments of the practice blog, what waits, a review, a feed, a campaign. */
export async function fillDesk(profileFolder: string, language: Language | 'as-the-computer' = 'en'): Promise<void> {
  const desk = openDesk(profileFolder, { fetch: web })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  await desk.mutate('settings', 'set', { language })
  await holdPosts(desk, blogId, [
    { title: 'The ferry at Can Tho', text: 'It leaves at six, whether the minister is on it or not.' },
    { title: 'مكتبة في الحي القديم', text: 'فتحت المكتبة أبوابها صباح يوم الأحد.' },
  ])
  const posts = await desk.query('posts', 'list', { blogId })
  const asked = posts.find(({ title }) => title.startsWith('What the oyster farmers'))
  if (!asked) throw new Error('the practice blog has no draft about oysters')
  await desk.mutate('reviews', 'ask', {
    postId: asked.id,
    of: 'Mai Pham',
    by: '2027-03-01',
    lookAt: 'Is the number of families right?',
    name: 'Anna Weiss',
  })
  await desk.mutate('reading', 'add', { address: FEED })
  await desk.close()
}
