import { t } from '../../../../shared/words/t.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { sealSentence } from '../../../../shared/review-sentences.ts'
import { ADDRESS_BLANK, liveAddress } from '../../../../shared/share/post-address.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { usePostSummary } from '../editor/use-post-summary.ts'
import type { PostFields, WorkingCopy } from '../editor/working-copy.ts'
import { usePostReview } from '../review/use-post-review.ts'
import { ShareLines } from './share-lines.tsx'

interface SharePanelProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
}

/** What is to be said of the post elsewhere: prepared with it, approved with it, copied by hand once it is public. */
export function SharePanel({ post, copy, fields }: SharePanelProps) {
  const blog = useActiveBlog()
  const seal = usePostReview(post.id)?.seal
  const address = liveAddress(usePostSummary(post))
  const { shareLines } = fields
  return (
    <>
      <p className="field-hint">
        {shareLines.length === 0
          ? t(
              'What is to be said of this post elsewhere: the announcement, the line for the press, a text for each platform. It is approved with the post and copied by hand; the desk sends it nowhere.',
            )
          : t('What is said elsewhere is approved with the post and copied by hand; the desk sends it nowhere.')}{' '}
        {address === null
          ? t('{blank} stands for the address, which is known once the post is public.', { blank: ADDRESS_BLANK })
          : t('In place of {blank} the address of the post is copied.', { blank: ADDRESS_BLANK })}
      </p>
      {seal?.state === 'broken' && seal.pieces.includes('share') && <p className="field-error">{sealSentence(seal)}</p>}
      <ShareLines
        lines={shareLines}
        post={fields}
        blogUrl={blog.url}
        liveAddress={address}
        onChange={(lines) => copy.setFields({ shareLines: lines })}
        copies
      />
    </>
  )
}
