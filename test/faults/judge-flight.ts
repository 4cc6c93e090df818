import type { Acts } from './flight.ts'
import { noViolations, type FlightReport } from './flight-figures.ts'
import type { SiteAfterFlight } from './site-after-flight.ts'

export interface FlightEnd {
  acts: Acts
  found: SiteAfterFlight
  /** Every version in the laptop's history, as it is stored. */
  texts: string[]
  /** Entries that did not end. */
  open: string[]
  passwordsSentAstray: number
}

/** Holds what is on the site and in the history against what the person did. */
export function judgeFlight(end: FlightEnd): Pick<FlightReport, 'violations' | 'notes' | 'spareFiles'> {
  const { acts, found, texts, open } = end
  const violations = { ...noViolations, stuck: open.length }
  const notes = open.map((words) => `stuck: ${words}`)
  const note = (name: keyof typeof violations, count: number, words: string): void => {
    if (count <= 0) return
    violations[name] += count
    notes.push(`${name}: ${words}`)
  }

  const isOurs = ({ title, name }: { title: string; name: string }): boolean =>
    title === acts.title || name.startsWith('desk-')
  const ours = found.posts.filter(isOurs)
  const isPublic = ({ status }: { status: string }): boolean => status === 'publish'
  const live = ours.filter(isPublic)
  const drafts = ours.filter((post) => !isPublic(post))
  const replies = found.replies.filter((text) => text === acts.replyText)
  const others = found.posts.filter((post) => !isOurs(post) && post.title !== acts.earlierTitle)

  note('lost', 1 - live.length, 'the post is not public')
  note('dupPublic', live.length - 1, `${live.length} public posts`)
  note('dupFinal', ours.length - Math.max(live.length, 1), `besides: ${drafts.map(({ name }) => name).join(', ')}`)
  const [post] = live
  note('lost', post && !post.content.includes(acts.lastText) ? 1 : 0, 'the update is not on the site')
  note('lost', post && !post.tags.includes(acts.tag) ? 1 : 0, 'the tag is not on the post')
  note('lost', post && post.content.split('alt="A ferry"').length !== 2 ? 1 : 0, 'the picture is not in the post once')
  note('lost', 1 - replies.length, 'the reply is not on the site')
  note('dupPublic', replies.length - 1, `${replies.length} replies`)
  for (const text of [acts.firstText, acts.lastText])
    note('lost', texts.some((words) => words.includes(text)) ? 0 : 1, 'a text is not in history')
  note('unsolicited', others.length, `posts: ${others.map(({ title }) => title).join(', ')}`)
  note('unsolicited', found.replies.length - replies.length, 'a reply that nobody wrote')
  note('unsolicited', end.passwordsSentAstray, 'a password went to another host')
  return { violations, notes, spareFiles: Math.max(0, found.files.length - 1) }
}
