import type { Blog } from '../../../../../shared/domain/blog.ts'
import type { Line } from '../../../../../shared/domain/line.ts'
import type { RemotePostStatus } from '../../../../../shared/domain/post.ts'
import { clockTime, timeAtBlog } from '../../../ui/times.ts'

export interface PublishWords {
  as: 'publish' | 'pending'
  /** Opens the question. */
  button: string
  question: string
  /** Does it. */
  confirm: string
}

/** What sending this post means for this person, on this blog, with this line. */
export function publishWords(
  blog: Pick<Blog, 'rights'>,
  line: Pick<Line, 'state'> | undefined,
  remoteStatus: RemotePostStatus | null,
): PublishWords {
  const isOpen = line?.state === 'open'
  if (!blog.rights.canPublish) {
    return {
      as: 'pending',
      button: 'Send for review…',
      question: 'Send this post for review?',
      confirm: isOpen ? 'Send for review' : 'Send when there is a line',
    }
  }
  const isLive = remoteStatus === 'publish'
  return {
    as: 'publish',
    button: isLive ? 'Update…' : 'Publish…',
    question: isLive ? 'Change the public post?' : 'Publish this post?',
    confirm: isOpen ? (isLive ? 'Update' : 'Publish') : 'Send when there is a line',
  }
}

/** When it goes, on both clocks. */
export function whenWords(blog: Pick<Blog, 'timeZone'>, line: Pick<Line, 'state'> | undefined, now: Date): string {
  const times = `${timeAtBlog(now, blog.timeZone)} at the blog (${clockTime(now.toISOString())} here)`
  return line?.state === 'open' ? `Now, ${times}` : `As soon as there is a line; now it is ${times}`
}
