import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorSentence, type Tone } from '../../../../shared/sentences.ts'
import { shortTime } from '../../ui/times.ts'
import { quietWords } from './quiet-words.ts'

interface Notice {
  what: string
  next: string
  tone: Extract<Tone, 'waits' | 'needs-you'>
  asksForSignIn: boolean
}

/** What keeps the whole outbox here, the most pressing first; null when nothing does. */
export function outboxNotice(
  line: Line | undefined,
  blog: Pick<Blog, 'isSignedIn'>,
  waiting: readonly OutboxEntry[],
): Notice | null {
  if (!blog.isSignedIn || line?.reason?.kind === 'unauthorized' || line?.reason?.kind === 'blog-needs-sign-in') {
    const { what } = errorSentence(
      blog.isSignedIn ? { kind: 'unauthorized' } : (line?.reason ?? { kind: 'unauthorized' }),
    )
    return { what, next: t('Nothing leaves before you connect again.'), tone: 'needs-you', asksForSignIn: true }
  }
  if (line?.state === 'closed' && line.reason) {
    const { what, next } = errorSentence(line.reason)
    const isForPerson = line.reason.kind === 'not-the-blog' || line.reason.kind === 'insecure-line'
    return { what, next, tone: isForPerson ? 'needs-you' : 'waits', asksForSignIn: false }
  }
  if (line?.quiet) return { ...quietWords(line.quiet), tone: 'waits', asksForSignIn: false }
  if (line?.pausedUntil) {
    const next = t('Nothing goes before {time}; then it goes by itself.', { time: shortTime(line.pausedUntil) })
    return { what: t('The blog asks for a pause.'), next, tone: 'waits', asksForSignIn: false }
  }
  const refused = waiting.find(({ reason }) => reason?.kind === 'not-the-blog' && reason.why === 'firewall')
  if (!refused?.reason) return null
  return { ...errorSentence(refused.reason), tone: 'needs-you', asksForSignIn: false }
}
