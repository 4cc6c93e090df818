import { useQuery } from '@tanstack/react-query'
import { Label, TextArea, TextField } from 'react-aria-components'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { NO_POLICY, type ReviewPolicy } from '../../../../shared/domain/review.ts'
import type { SealStatus } from '../../../../shared/domain/seal.ts'
import { sealSentence, unsealedSentences } from '../../../../shared/review-sentences.ts'
import { useCore } from '../../api/queries.ts'
import { MyNameField } from './my-name-field.tsx'
import { useMyName } from './my-name.ts'
import { t } from '../../../../shared/words/t.ts'

export interface PublishSeal {
  seal: SealStatus | undefined
  /** The blog asks for an approval, and this text has none. */
  isMissing: boolean
  policy: ReviewPolicy
  name: string
  /** Reads the seal anew, once everything typed is kept. */
  look: () => void
}

/** Whether what would go out is what was approved, and whether the blog asks for that. `isPublic`: it is not only handed in. */
export function usePublishSeal(postId: PostId, blog: Blog, isPublic: boolean): PublishSeal {
  const { core } = useCore()
  const name = useMyName()
  const policies = useQuery(
    core.settings.get.queryOptions(undefined, { select: ({ reviewPolicies }) => reviewPolicies }),
  ).data
  const seal = useQuery(core.reviews.sealOf.queryOptions({ postId }, { staleTime: 0 }))
  const policy = policies?.[blog.id] ?? NO_POLICY
  const isMissing =
    isPublic && policy.publishing === 'required' && seal.data !== undefined && seal.data.state !== 'whole'
  return { seal: seal.data, isMissing, policy, name, look: () => void seal.refetch() }
}

interface PublishSealFieldsProps {
  publishSeal: PublishSeal
  why: string
  onWhy: (why: string) => void
}

/** Said before it becomes public; where an approval is missing, why it cannot wait, if the blog lets it go all the same. */
export function PublishSealFields({ publishSeal, why, onWhy }: PublishSealFieldsProps) {
  const { seal, isMissing, policy, name } = publishSeal
  if (!isMissing)
    return seal === undefined || seal.state === 'none' ? null : (
      <p className={`publish-seal ${seal.state === 'whole' ? 'tone-sealed' : 'tone-waits'}`}>
        <strong>{seal.state === 'whole' ? t('Sealed.') : t('Seal broken.')}</strong> {sealSentence(seal)}
      </p>
    )
  const { what, next } = unsealedSentences({
    kind: 'unsealed',
    approvedBy: seal?.state === 'broken' ? seal.approvedBy : null,
    pieces: seal?.state === 'broken' ? seal.pieces : [],
    mayBeUrgent: policy.allowsUrgent,
  })
  return (
    <>
      <p className="publish-seal tone-needs-you">
        <strong>{what}</strong> {next}
      </p>
      {policy.allowsUrgent && (
        <>
          <TextField className="field" value={why} onChange={onWhy}>
            <Label>{t('Why it cannot wait')}</Label>
            <TextArea className="input" dir="auto" rows={2} maxLength={2000} />
          </TextField>
          <MyNameField label={t('Your name')} name={name} />
        </>
      )}
    </>
  )
}
