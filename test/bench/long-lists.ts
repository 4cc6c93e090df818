export interface ListedLine {
  /** On the site's wall clock, which is UTC here. Each line has a second of its own. */
  local: string
  json: Buffer
}

const NEWEST_MS = Date.parse('2026-11-01T00:00:00Z')
const WORDS =
  'harbour visa morning province river teacher letter market bridge students culture evening minister garden ferry music library history coast garrison'.split(
    ' ',
  )

interface ListSizes {
  posts: number
  comments: number
  origin: string
  /** The first posts have so many comments each, nested; the rest is spread over all. */
  threads?: readonly number[]
}

/** Posts and comments as WordPress 7.1 gives them to the desk's questions: newest first, the same for the same sizes. */
export function longLists({ posts, comments, origin, threads = [] }: ListSizes): {
  posts: ListedLine[]
  comments: ListedLine[]
} {
  const random = seeded(20_261_121)
  const placeOf = threadPlaces(threads)
  return {
    posts: Array.from({ length: posts }, (_, index) => postLine(posts - index, index, random, origin)),
    comments: Array.from({ length: comments }, (_, index) =>
      commentLine(comments - index, index, posts, random, origin, placeOf(comments - index)),
    ),
  }
}

type Random = (below: number) => number

function seeded(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const localTime = (index: number, stepSeconds: number): string =>
  new Date(NEWEST_MS - index * stepSeconds * 1000).toISOString().slice(0, 19)

function sentence(random: Random, wordCount: number): string {
  const words = Array.from({ length: wordCount }, () => WORDS[random(WORDS.length)] ?? 'harbour')
  return `${words.join(' ')}.`
}

/** Five to fifteen blocks, some 600 words, as an embassy writes them. */
function markup(random: Random): string {
  const blocks = Array.from({ length: 5 + random(11) }, (_, index) =>
    index % 5 === 3
      ? `<!-- wp:heading -->\n<h2 class="wp-block-heading">${sentence(random, 5)}</h2>\n<!-- /wp:heading -->`
      : `<!-- wp:paragraph -->\n<p>${sentence(random, 40 + random(50))} <strong>${sentence(random, 3)}</strong></p>\n<!-- /wp:paragraph -->`,
  )
  return blocks.join('\n\n')
}

function postLine(id: number, index: number, random: Random, origin: string): ListedLine {
  const local = localTime(index, 3600)
  const link = (rest: string) => `${origin}/wp-json/wp/v2/${rest}`
  const json = {
    id,
    date: local,
    date_gmt: local,
    modified: local,
    modified_gmt: local,
    slug: `a-post-${id}`,
    status: 'publish',
    link: `${origin}/2026/11/a-post-${id}/`,
    title: { raw: sentence(random, 7) },
    content: { raw: markup(random) },
    excerpt: { raw: index % 3 === 0 ? sentence(random, 20) : '' },
    author: 2 + random(4),
    featured_media: 0,
    comment_status: 'open',
    categories: [1],
    tags: [],
    _links: {
      self: [{ href: link(`posts/${id}`), targetHints: { allow: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } }],
      collection: [{ href: link('posts') }],
      about: [{ href: link('types/post') }],
      author: [{ embeddable: true, href: link('users/2') }],
      replies: [{ embeddable: true, href: link(`comments?post=${id}`) }],
      'version-history': [{ count: 3, href: link(`posts/${id}/revisions`) }],
      'predecessor-version': [{ id: 100_000 + id, href: link(`posts/${id}/revisions/${100_000 + id}`) }],
      'wp:attachment': [{ href: link(`media?parent=${id}`) }],
      'wp:term': [{ taxonomy: 'category', embeddable: true, href: link(`categories?post=${id}`) }],
      'wp:action-publish': [{ href: link(`posts/${id}`) }],
      'wp:action-unfiltered-html': [{ href: link(`posts/${id}`) }],
      curies: [{ name: 'wp', href: 'https://api.w.org/{rel}', templated: true }],
    },
  }
  return { local, json: Buffer.from(JSON.stringify(json)) }
}

interface Place {
  post: number
  parent: number
  isHeld: boolean
}

/** Where the comments of the long threads stand: forty to a conversation, and every tenth of these forty deep. */
function threadPlaces(threads: readonly number[]): (id: number) => Place | null {
  return (id) => {
    let first = 1
    for (const [index, length] of threads.entries()) {
      const at = id - first
      if (at < length) {
        const within = at % 40
        const isDeep = Math.floor(at / 40) % 10 === 3
        const parent = within === 0 ? 0 : isDeep || within % 3 !== 0 ? id - 1 : id - within
        return { post: index + 1, parent, isHeld: at % 400 === 7 }
      }
      first += length
    }
    return null
  }
}

function commentLine(
  id: number,
  index: number,
  posts: number,
  random: Random,
  origin: string,
  place: Place | null,
): ListedLine {
  const local = localTime(index, 600)
  const { post, parent, isHeld } = place ?? { post: 1 + random(posts), parent: 0, isHeld: false }
  const text = sentence(random, 20 + random(60))
  const json = {
    id,
    post,
    parent,
    author: 0,
    author_name: `Reader ${random(5000)}`,
    author_user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    date: local,
    date_gmt: local,
    content: { rendered: `<p>${text}</p>\n`, raw: text },
    link: `${origin}/2026/11/a-post-${post}/#comment-${id}`,
    status: isHeld ? 'hold' : 'approved',
  }
  return { local, json: Buffer.from(JSON.stringify(json)) }
}
