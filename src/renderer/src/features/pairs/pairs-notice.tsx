import { openCount } from '../../../../shared/content/pairs/tie.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { t } from '../../../../shared/words/t.ts'
import { onBlogWords } from './on-blog-words.ts'
import { usePairs } from './use-pairs.ts'

/** Before a post in two languages goes out: what of it nobody wrote yet, or its source says otherwise by now, and with what it is linked. */
export function PairsNotice({ postId, language }: { postId: PostId; language: string }) {
  const { source, onBlog } = usePairs(postId)
  const count = source ? openCount(source.tie) : 0
  return (
    <>
      {onBlog?.state === 'waits' && <p>{onBlogWords(onBlog, language)}</p>}
      {count > 0 && <OpenPlaces count={count} />}
    </>
  )
}

function OpenPlaces({ count }: { count: number }) {
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
