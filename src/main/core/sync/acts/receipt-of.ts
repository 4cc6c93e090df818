import { utcIso } from '../../../../shared/domain/ids.ts'
import type { Receipt } from '../../../../shared/domain/outbox-entry.ts'
import type { StoredEntry } from '../../store/outbox-repository.ts'
import { siteTime } from '../site-time.ts'
import type { ActTools } from './act.ts'
import type { RemotePost } from '../../blog-api/blog-api.ts'
import { sha256 } from '../../content-hash.ts'

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

/** Of the content as the blog holds it, with the notes that it keeps beside directly behind. */
export const hashOfText = ({ content, footnotes = '' }: RemotePost): string => sha256(content + footnotes)
