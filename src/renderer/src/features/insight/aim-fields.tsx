import { useQuery } from '@tanstack/react-query'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { useCore } from '../../api/queries.ts'
import type { CampaignId } from '../../../../shared/domain/ids.ts'
import type { Campaign, PostAim } from '../../../../shared/domain/insight.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { t } from '../../../../shared/words/t.ts'
import { Choice } from '../../ui/choice.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useKeptAim } from './use-kept-aim.ts'

const NO_CAMPAIGN = 'none'

/** What the post is for and for whom, in sight while it is written. It stays on the laptop. */
export function AimFields({ post }: { post: Pick<Post, 'id' | 'blogId'> }) {
  const { core } = useCore()
  const stored = useQuery(core.insight.aim.queryOptions({ postId: post.id }))
  const campaigns = useQuery(core.insight.campaigns.queryOptions({ blogId: post.blogId }))
  if (!stored.data || !campaigns.data) return null
  return <Fields key={post.id} post={post} stored={stored.data} campaigns={campaigns.data} />
}

function Fields({
  post,
  stored,
  campaigns,
}: {
  post: Pick<Post, 'id'>
  stored: PostAim
  campaigns: readonly Campaign[]
}) {
  const { aim, change, error } = useKeptAim(post.id, stored)
  const campaign = campaigns.find(({ id }) => id === aim.campaignId)
  return (
    <>
      {campaigns.length > 0 && (
        <Choice
          label={t('Campaign')}
          value={campaign?.id ?? NO_CAMPAIGN}
          options={[
            { id: NO_CAMPAIGN, label: t('None', {}, 'no campaign') },
            ...campaigns.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          {...(campaign && campaign.objective !== '' && { hint: campaign.objective })}
          onChange={(id) => change({ campaignId: id === NO_CAMPAIGN ? null : (id as CampaignId) })}
        />
      )}
      <TextField className="field" value={aim.objective} onChange={(objective) => change({ objective })}>
        <Label>{t('Objective')}</Label>
        <TextArea className="input" dir="auto" rows={2} maxLength={5000} />
      </TextField>
      <TextField
        className="field"
        value={aim.audience}
        onChange={(audience) => change({ audience })}
        autoComplete="off"
      >
        <Label>{t('Audience')}</Label>
        <Input className="input" dir="auto" maxLength={500} />
        <Text slot="description" className="field-hint">
          {t('What it is for, and for whom, stays on this laptop. Insight counts campaigns by themselves.')}
        </Text>
      </TextField>
      {error && <ProblemNote error={error} attempt="asking" />}
    </>
  )
}
