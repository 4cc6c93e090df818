import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { outboxNotice } from './outbox-notice-words.ts'

/** Why nothing goes at the moment, above everything it concerns. */
export function OutboxNotice({ line, waiting }: { line: Line | undefined; waiting: readonly OutboxEntry[] }) {
  const blog = useActiveBlog()
  const notice = outboxNotice(line, blog, waiting)
  if (notice === null) return null
  return (
    <div className={`state-banner tone-${notice.tone}`}>
      <output>
        <strong>{notice.what}</strong> {notice.next}
      </output>
      {notice.asksForSignIn && (
        <Link href="/connect" className="button">
          {t('Connect again')}
        </Link>
      )}
    </div>
  )
}
