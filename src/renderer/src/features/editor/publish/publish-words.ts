import { t } from '../../../../../shared/words/t.ts'
import { mayPublish, type Blog } from '../../../../../shared/domain/blog.ts'
import type { Line } from '../../../../../shared/domain/line.ts'
import type { PostKind, RemotePostStatus } from '../../../../../shared/domain/post.ts'
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
  { kind, remoteStatus }: { kind: PostKind; remoteStatus: RemotePostStatus | null },
): PublishWords {
  const isOpen = line?.state === 'open'
  if (!mayPublish(blog.rights, kind)) {
    return {
      as: 'pending',
      button: t('Send for review…'),
      question: kind === 'page' ? t('Send this page for review?') : t('Send this post for review?'),
      confirm: isOpen ? t('Send for review') : t('Send when there is a line'),
      schedule: '',
      canSchedule: false,
    }
  }
  const isLive = remoteStatus === 'publish' || remoteStatus === 'future' || remoteStatus === 'private'
  return {
    as: 'publish',
    button: isLive ? t('Update…') : t('Publish…'),
    question: isLive
      ? liveQuestion(remoteStatus, kind)
      : kind === 'page'
        ? t('Publish this page?')
        : t('Publish this post?'),
    confirm: isOpen ? (isLive ? t('Update', {}, 'a public post') : t('Publish')) : t('Send when there is a line'),
    schedule: isOpen ? t('Schedule', {}, 'button') : t('Send when there is a line'),
    canSchedule: !isLive,
  }
}

function liveQuestion(status: 'publish' | 'future' | 'private', kind: PostKind): string {
  const isPage = kind === 'page'
  switch (status) {
    case 'publish':
      return isPage ? t('Change the public page?') : t('Change the public post?')
    case 'future':
      return isPage ? t('Change the scheduled page?') : t('Change the scheduled post?')
    case 'private':
      return isPage ? t('Change the private page?') : t('Change the private post?')
  }
}

/** When it goes, on both clocks, each as it stands. */
export function whenWords(
  blog: Pick<Blog, 'timeZone'>,
  line: Pick<Line, 'state' | 'clockOffsetMs'> | undefined,
  now: Date,
): string {
  const there = timeAtBlog(nowAtBlog(line, now), blog.timeZone)
  const here = clockTime(now.toISOString())
  return line?.state === 'open'
    ? t('Now, {there} at the blog ({here} here)', { there, here })
    : t('As soon as there is a line; now it is {there} at the blog ({here} here)', { there, here })
}
