import type { ReviewSummary } from '../../../../shared/domain/review.ts'
import { t } from '../../../../shared/words/t.ts'

export const QUEUE_VIEWS = ['all', 'reviewer', 'author', 'done'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

export const queueNames = (): Record<QueueView, string> => ({
  all: t('All', {}, 'which reviews are shown'),
  reviewer: t('To review', {}, 'which reviews are shown'),
  author: t('With the author', {}, 'which reviews are shown'),
  done: t('Done', {}, 'which reviews are shown'),
})

export const isInView = (view: QueueView, { waitsFor }: Pick<ReviewSummary, 'waitsFor'>): boolean =>
  view === 'all' || (view === 'done' ? waitsFor === null : waitsFor === view)
