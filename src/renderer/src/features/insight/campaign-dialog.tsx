import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { Campaign } from '../../../../shared/domain/insight.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

/** What a campaign is for, and for whom. What was typed is kept until it is saved or given up. */
export function CampaignDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { core } = useCore()
  const [draft, setDraft] = useState(campaign)
  const put = useMutation(core.insight.putCampaign.mutationOptions({ onSuccess: onClose }))
  const set = (patch: Partial<Campaign>): void => setDraft({ ...draft, ...patch })
  const { beginsOn, endsOn } = draft
  const isTurned = beginsOn !== null && endsOn !== null && endsOn < beginsOn
  const isReady = draft.name.trim() !== '' && !isTurned
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReady) put.mutate(draft)
  }
  return (
    <Dialog
      title={campaign.name === '' ? t('New campaign') : t('Change the campaign')}
      isOpen
      onClose={onClose}
      isKept={draft !== campaign}
    >
      <Form className="insight-form" onSubmit={submit}>
        <TextField className="field" value={draft.name} onChange={(name) => set({ name })} autoFocus autoComplete="off">
          <Label>{t('Name', {}, 'of a campaign')}</Label>
          <Input className="input" dir="auto" maxLength={500} />
        </TextField>
        <TextField className="field" value={draft.objective} onChange={(objective) => set({ objective })}>
          <Label>{t('Objective')}</Label>
          <TextArea className="input" dir="auto" rows={3} maxLength={5000} />
          <Text slot="description" className="field-hint">
            {t('What should be otherwise when it ends, so that one can tell.')}
          </Text>
        </TextField>
        <TextField
          className="field"
          value={draft.audience}
          onChange={(audience) => set({ audience })}
          autoComplete="off"
        >
          <Label>{t('Audience')}</Label>
          <Input className="input" dir="auto" maxLength={500} />
        </TextField>
        <div className="insight-days">
          <TextField
            className="field"
            type="date"
            value={beginsOn ?? ''}
            onChange={(day) => set({ beginsOn: day === '' ? null : day })}
          >
            <Label>{t('Begins on')}</Label>
            <Input className="input" />
          </TextField>
          <TextField
            className="field"
            type="date"
            value={endsOn ?? ''}
            isInvalid={isTurned}
            onChange={(day) => set({ endsOn: day === '' ? null : day })}
          >
            <Label>{t('Ends on')}</Label>
            <Input className="input" />
          </TextField>
        </div>
        {isTurned && <p className="field-error">{t('It would end before it begins.')}</p>}
        {put.error && <ProblemNote error={appErrorOf(put.error)} attempt="asking" />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button type="submit" look="primary" isPending={put.isPending} isDisabled={!isReady}>
            {t('Keep the campaign')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
