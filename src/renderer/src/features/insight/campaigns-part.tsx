import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { CampaignId } from '../../../../shared/domain/ids.ts'
import type { Campaign } from '../../../../shared/domain/insight.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { fullDayWords } from './insight-words.ts'

const CampaignDialog = laterDialog(async () => (await import('./campaign-dialog.tsx')).CampaignDialog)

interface CampaignsPartProps {
  blog: Blog
  campaigns: readonly Campaign[]
  onRemoved: (id: CampaignId) => void
}

/** Several posts with one aim; which post belongs to which is chosen beside the post. */
export function CampaignsPart({ blog, campaigns, onRemoved }: CampaignsPartProps) {
  const { core } = useCore()
  const [edited, setEdited] = useState<Campaign | null>(null)
  const [leaving, setLeaving] = useState<Campaign | null>(null)
  const remove = useMutation(core.insight.removeCampaign.mutationOptions())
  const begin = (): void =>
    setEdited({
      id: crypto.randomUUID() as CampaignId,
      blogId: blog.id,
      name: '',
      objective: '',
      audience: '',
      beginsOn: null,
      endsOn: null,
    })
  const takeAway = ({ id }: Campaign): void =>
    remove.mutate(
      { id },
      {
        onSuccess() {
          setLeaving(null)
          onRemoved(id)
        },
      },
    )
  return (
    <section className="insight-part" aria-label={t('Campaigns')}>
      <div className="insight-part-head">
        <h2>{t('Campaigns')}</h2>
        <Button onPress={begin}>{t('New campaign…')}</Button>
      </div>
      {campaigns.length === 0 ? (
        <p className="field-hint">
          {t('A campaign is several posts with one aim. It says what it is for, and is counted by itself.')}
        </p>
      ) : (
        <ul className="evidence">
          {campaigns.map((campaign) => (
            <li key={campaign.id} className="evidence-note">
              <h3>
                <bdi>{campaign.name}</bdi>
              </h3>
              <p className="field-hint">{timeWords(campaign)}</p>
              {campaign.objective !== '' && (
                <p className="writers-voice" dir="auto">
                  {campaign.objective}
                </p>
              )}
              {campaign.audience !== '' && (
                <p className="field-hint">{t('For {audience}', { audience: campaign.audience })}</p>
              )}
              <div className="settings-more">
                <Button look="link" onPress={() => setEdited(campaign)}>
                  {t('Change', {}, 'a note of evidence or a campaign')}
                </Button>
                <Button look="link" onPress={() => setLeaving(campaign)}>
                  {t('Remove…')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {edited && <CampaignDialog key={edited.id} campaign={edited} onClose={() => setEdited(null)} />}
      {leaving && (
        <Dialog title={t('Remove “{name}”?', { name: leaving.name })} isOpen onClose={() => setLeaving(null)}>
          <p>{t('Its posts stay as they are, and belong to no campaign. What it was for is forgotten.')}</p>
          {remove.error && <ProblemNote error={appErrorOf(remove.error)} attempt="asking" />}
          <div className="dialog-actions">
            <Button onPress={() => setLeaving(null)}>{t('Cancel')}</Button>
            <Button look="danger" isPending={remove.isPending} onPress={() => takeAway(leaving)}>
              {t('Remove the campaign')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

function timeWords({ beginsOn, endsOn }: Campaign): string {
  if (beginsOn !== null && endsOn !== null)
    return t('From {begins} to {ends}', { begins: fullDayWords(beginsOn), ends: fullDayWords(endsOn) })
  if (beginsOn !== null) return t('From {begins}', { begins: fullDayWords(beginsOn) })
  if (endsOn !== null) return t('Until {ends}', { ends: fullDayWords(endsOn) })
  return t('Without a fixed time')
}
