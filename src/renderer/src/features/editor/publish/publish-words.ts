import type { Blog } from '../../../../../shared/domain/blog.ts'
import type { Line } from '../../../../../shared/domain/line.ts'
import type { RemotePostStatus } from '../../../../../shared/domain/post.ts'
import { clockTime, timeAtBlog } from '../../../ui/times.ts'
import { nowAtBlog } from './blog-clock.ts'

export interface PublishWords {
  as: 'publish' | 'pending'
  /** Opens the question. */
  button: string
  question: string
  /** Does it, now or at its time. */
  confirm: string
  schedule: string
  /** A post that is out, or goes out by itself, keeps its time; who may not publish cannot name one. */
  canSchedule: boolean
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
      schedule: '',
      canSchedule: false,
    }
  }
  const isLive = remoteStatus === 'publish' || remoteStatus === 'future' || remoteStatus === 'private'
  return {
    as: 'publish',
    button: isLive ? 'Update…' : 'Publish…',
    question: isLive ? LIVE_QUESTIONS[remoteStatus] : 'Publish this post?',
    confirm: isOpen ? (isLive ? 'Update' : 'Publish') : 'Send when there is a line',
    schedule: isOpen ? 'Schedule' : 'Send when there is a line',
    canSchedule: !isLive,
  }
}

const LIVE_QUESTIONS = {
  publish: 'Change the public post?',
  future: 'Change the scheduled post?',
  private: 'Change the private post?',
} as const

/** When it goes, on both clocks, each as it stands. */
export function whenWords(
  blog: Pick<Blog, 'timeZone'>,
  line: Pick<Line, 'state' | 'clockOffsetMs'> | undefined,
  now: Date,
): string {
  const times = `${timeAtBlog(nowAtBlog(line, now), blog.timeZone)} at the blog (${clockTime(now.toISOString())} here)`
  return line?.state === 'open' ? `Now, ${times}` : `As soon as there is a line; now it is ${times}`
}
