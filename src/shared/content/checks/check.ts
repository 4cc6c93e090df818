import type { UtcIso } from '../../domain/ids.ts'
import type { Notice } from './finding.ts'
import type { NameList } from './name-list.ts'
import type { ReadablePost } from './readable-post.ts'

/** What a check may know besides the words. Everything is an argument: the same post gives the same findings. */
export interface CheckContext {
  /** When it goes out: the scheduled time, or now by the blog's clock. */
  goesOutAt: UtcIso
  isScheduled: boolean
  /** IANA zones (or an offset such as `+07:00`) of the blog and of this laptop. */
  blogZone: string
  hereZone: string
  /** The blog's own address: a link to it goes to no other host. */
  blogUrl: string
  names: NameList
  /** Id of the template the post began with; '' for none. */
  template: string
  /** Day by which the post is to be looked at again, `2027-01-31`; null for none. */
  reviewBy: string | null
  /** Words that packs give to built-in checks, such as what a transcript is called. */
  vocabulary: ReadonlyMap<string, readonly string[]>
}

/**
 * One check: looks at a post and yields what it noticed. It may yield null at any time to say that it has worked for a
 * while, so that whoever runs it can let the keyboard through.
 */
export interface Check {
  id: string
  /** What is said when it found nothing: a tick with these words. null says nothing. */
  fine: (() => string) | null
  /** Whether there was anything to look at: a post without pictures gets no tick for them. Absent: always. */
  isAbout?: (post: ReadablePost, context: CheckContext) => boolean
  /** `to look at` unless told; `stops` only for what the core refuses anyhow. */
  severity?: 'stops'
  /** Only for posts that began with one of these templates; absent for every post. */
  templates?: readonly string[]
  look(post: ReadablePost, context: CheckContext): Iterable<Notice | null>
}
