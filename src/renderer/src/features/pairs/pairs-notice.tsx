import { openCount } from '../../../../shared/content/pairs/tie.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { t } from '../../../../shared/words/t.ts'
import { usePairs } from './use-pairs.ts'

/** Before a translation goes out: what of it nobody wrote yet, or its source says otherwise by now. */
export function PairsNotice({ postId }: { postId: PostId }) {
  const { source } = usePairs(postId)
  const count = source ? openCount(source.tie) : 0
  if (count === 0) return null
  return (
    <p>
      <span className="badge tone-waits">{t('Translation', {}, 'of a post')}</span>{' '}
      {t(
        '{count, plural, one {# paragraph is not translated yet, or its source changed since.} other {# paragraphs are not translated yet, or their source changed since.}}',
        { count },
      )}
    </p>
  )
}
