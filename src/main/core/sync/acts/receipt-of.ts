import { utcIso } from '../../../../shared/domain/ids.ts'
import type { Receipt } from '../../../../shared/domain/outbox-entry.ts'
import type { StoredEntry } from '../../store/outbox-repository.ts'
import { siteTime } from '../site-time.ts'
import type { ActTools } from './act.ts'

type ReadBack = Pick<Receipt, 'url' | 'revision' | 'contentHash' | 'remoteStatus'> & Partial<Receipt>

/** What the blog said of the act, with when it was on both clocks and who approved it. */
export const receiptOf = (
  { approvedBy }: Pick<StoredEntry, 'approvedBy'>,
  { clock, blog, blogNow }: Pick<ActTools, 'clock' | 'blog' | 'blogNow'>,
  readBack: ReadBack,
): Receipt => ({
  sentAt: utcIso(clock.now()),
  siteTime: siteTime(blogNow(), blog),
  siteZone: blog.timeZone,
  approvedBy,
  crossedAt: null,
  isPutRight: false,
  ...readBack,
})
