import type { ReactNode } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { NeedsYou } from '../../../../shared/domain/today.ts'
import { entryWords, postStateWords } from '../../../../shared/sentences.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { dayWords } from '../../ui/times.ts'
import { changesPath } from '../conflict/changes-path.ts'
import { standingSentence } from '../outbox/standing-sentence.ts'
import { lookAgainWords } from '../posts/look-again-words.ts'
import { ReviewBadge } from '../review/review-badge.tsx'
import { reviewWords } from '../review/review-words.ts'
import { WhoAsks } from '../review/who-asks.tsx'
import { TodayLine, TodayTitle } from './today-line.tsx'

interface Shown {
  title: string
  language: string
  badge: ReactNode
  /** Said beside the word of state. */
  sentence: ReactNode
  path: string
}

/** One thing that goes on only with the person: what it is, in which state, and why. */
export function NeedsLine({ needs, blogName }: { needs: NeedsYou; blogName: string }) {
  const { title, language, badge, sentence, path } = shownOf(needs, blogName)
  return (
    <TodayLine blogId={needs.blogId} path={path}>
      <TodayTitle title={title} language={language} />
      <span className="post-row-facts">{badge}</span>
      <span className="post-row-excerpt today-sentence">{sentence}</span>
    </TodayLine>
  )
}

export const keyOfNeeds = (needs: NeedsYou): string => {
  switch (needs.what) {
    case 'sign-in':
    case 'posts-missing':
    case 'arrival':
      return `${needs.what} ${needs.blogId}`
    case 'entry':
      return needs.entry.id
    case 'review':
      return needs.review.id
    case 'changed-on-both':
    case 'off-the-blog':
    case 'late-answers':
    case 'look-again':
      return `${needs.what} ${needs.post.postId}`
  }
}

function shownOf(needs: NeedsYou, blogName: string): Shown {
  const needsYou = (sentence: string) => <StateBadge words={{ ...postStateWords('needs-you'), sentence }} />
  switch (needs.what) {
    case 'sign-in': {
      const sentence = t('The blog wants a sign-in. Nothing goes there before, and nothing is lost.')
      return { title: blogName, language: '', badge: needsYou(sentence), sentence, path: '/connect' }
    }
    case 'posts-missing': {
      const sentence = t(
        '{count, plural, one {# post is no longer on the blog. The mark of the line, at the top, asks about it.} other {# posts are no longer on the blog. The mark of the line, at the top, asks about them.}}',
        { count: needs.count },
      )
      return { title: blogName, language: '', badge: needsYou(sentence), sentence, path: '/writing' }
    }
    case 'arrival': {
      const sentence = t('{count, plural, one {# thing waits for your Go} other {# things wait for your Go}}', {
        count: needs.count,
      })
      return { title: blogName, language: '', badge: needsYou(sentence), sentence, path: '/arrivals' }
    }
    case 'entry':
      return {
        title: needs.entry.what,
        language: '',
        badge: <StateBadge words={entryWords(needs.entry)} />,
        sentence: standingSentence(needs.entry, ''),
        path: '/outbox',
      }
    case 'changed-on-both':
    case 'off-the-blog': {
      const words = postStateWords(needs.what)
      const path = needs.what === 'off-the-blog' ? `/writing/${needs.post.postId}` : changesPath(needs.post.postId)
      return { ...needs.post, badge: <StateBadge words={words} />, sentence: words.sentence, path }
    }
    case 'review':
      return {
        ...needs.review,
        badge: <ReviewBadge review={needs.review} />,
        sentence:
          needs.review.waitsFor === 'author' ? reviewWords(needs.review).sentence : <WhoAsks review={needs.review} />,
        path: `/review/${needs.review.id}`,
      }
    case 'late-answers': {
      const late = t('Late since {day}', { day: dayWords(needs.dueOn) })
      return {
        ...needs.post,
        badge: <StateBadge words={{ word: late, sentence: '', tone: 'needs-you' }} />,
        sentence: t('{count, plural, one {One reader waits} other {# readers wait}} for an answer.', {
          count: needs.unansweredCount,
        }),
        path: `/conversation/${needs.post.postId}`,
      }
    }
    case 'look-again': {
      const words = lookAgainWords()
      return {
        ...needs.post,
        badge: <StateBadge words={words} />,
        sentence: words.sentence,
        path: `/writing/${needs.post.postId}`,
      }
    }
  }
}
