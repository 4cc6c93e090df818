import type { AppErrorData } from './errors.ts'
import { t } from './words/t.ts'

/** What is asked for and not here. */
export function missingItem(what: (AppErrorData & { kind: 'no-such-item' })['what']): string {
  switch (what) {
    case 'blog':
      return t('This blog is not on this laptop.')
    case 'post':
      return t('This post is not on this laptop.')
    case 'comment':
      return t('This comment is not on this laptop.')
    case 'media':
      return t('This picture is not on this laptop.')
    case 'entry':
      return t('This line of the outbox is not on this laptop.')
    case 'snapshot':
      return t('This version is not on this laptop.')
    case 'file':
      return t('This file is not on this laptop.')
    case 'feed':
      return t('This feed is not on this laptop.')
    case 'item':
      return t('This item is not on this laptop.')
    case 'review':
      return t('This review is not on this laptop.')
    case 'note':
      return t('This note is not on this laptop.')
    case 'campaign':
      return t('This campaign is not on this laptop.')
  }
}
