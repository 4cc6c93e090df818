import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { dayAtBlog } from '../../../../shared/blog-day.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { CampaignId } from '../../../../shared/domain/ids.ts'
import type { Insight } from '../../../../shared/domain/insight.ts'
import { quarterOf } from '../../../../shared/insight/period.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Problem, ProblemNote } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { CampaignsPart } from './campaigns-part.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { InsightSheet } from './insight-sheet.tsx'
import { InsightTables } from './insight-tables.tsx'
import { InsightTotals } from './insight-totals.tsx'
import { readWords } from './insight-words.ts'
import { PeriodBar } from './period-bar.tsx'
import '../../ui/paper.css'
import './insight.css'

const WHOLE_BLOG = 'whole'

/** What came of the writing, quarter by quarter: for the person, and for whoever asks what it is worth. */
export function InsightScreen() {
  const { core } = useCore()
  const blog = useActiveBlog()
  const [today] = useState(() => dayAtBlog(new Date(), blog.timeZone))
  const [period, setPeriod] = useState(() => quarterOf(today))
  const [campaignId, setCampaignId] = useState<CampaignId | null>(null)
  const campaigns = useQuery(core.insight.campaigns.queryOptions({ blogId: blog.id }))
  const question = { blogId: blog.id, period, campaignId }
  const insight = useQuery(core.insight.get.queryOptions(question, { placeholderData: keepPreviousData }))
  if (insight.error) return <Problem error={appErrorOf(insight.error)} />

  return (
    <div className="insight">
      <h1>{t('Insight')}</h1>
      <div className="insight-bar">
        <PeriodBar period={period} today={today} onChange={setPeriod} />
        {campaigns.data && campaigns.data.length > 0 && (
          <Choice
            label={t('What is counted')}
            look="quiet"
            value={campaignId ?? WHOLE_BLOG}
            options={[
              { id: WHOLE_BLOG, label: t('The whole blog') },
              ...campaigns.data.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            onChange={(id) => setCampaignId(id === WHOLE_BLOG ? null : (id as CampaignId))}
          />
        )}
        {insight.data && <HandOuts blog={blog} insight={insight.data} question={question} />}
      </div>
      {insight.data ? (
        <Figures blog={blog} insight={insight.data} />
      ) : (
        <output className="field-hint">{t('Counting…')}</output>
      )}
      <EvidencePart blog={blog} evidence={insight.data?.evidence ?? []} today={today} />
      <CampaignsPart
        blog={blog}
        campaigns={campaigns.data ?? []}
        onRemoved={(id) => id === campaignId && setCampaignId(null)}
      />
    </div>
  )
}

function Figures({ blog, insight }: { blog: Blog; insight: Insight }) {
  const { figures, campaign, isWhole } = insight
  const isEmpty = figures.posts === 0 && figures.comments === 0 && figures.replies === 0
  return (
    <>
      {campaign && campaign.objective !== '' && <Aim campaign={campaign} />}
      <p className="field-hint">{readWords(insight, blog)}</p>
      {!isWhole && (
        <p className="insight-part-read tone-waits">
          {t('The blog has not been read to its end yet: older posts and comments may be missing from these figures.')}
        </p>
      )}
      {isEmpty && <p className="insight-empty">{t('Nothing was published, and nobody wrote, in this time.')}</p>}
      <InsightTotals insight={insight} />
      {!isEmpty && <InsightTables figures={figures} />}
    </>
  )
}

function Aim({ campaign }: { campaign: NonNullable<Insight['campaign']> }) {
  return (
    <div className="insight-aim">
      <p className="writers-voice" dir="auto">
        {campaign.objective}
      </p>
      {campaign.audience !== '' && (
        <p className="field-hint" dir="auto">
          {t('For {audience}', { audience: campaign.audience })}
        </p>
      )}
    </div>
  )
}

function HandOuts({
  blog,
  insight,
  question,
}: {
  blog: Blog
  insight: Insight
  question: { blogId: Blog['id']; period: Insight['figures']['period']; campaignId: CampaignId | null }
}) {
  const { core } = useCore()
  const { saveFile, print, savePdf } = useHandOut()
  const table = useMutation(core.insight.prepareTable.mutationOptions({ onSuccess: (file) => saveFile(file) }))
  const { from, to } = question.period
  return (
    <div className="insight-out">
      <Button isPending={table.isPending} onPress={() => table.mutate(question)}>
        {t('Save as a table (CSV)')}
      </Button>
      {savePdf && (
        <Button onPress={() => savePdf(`insight-${from}-${to}.pdf`)}>
          {t('Save as PDF', {}, 'the quarter sheet')}
        </Button>
      )}
      <Button onPress={print}>{savePdf ? t('Print') : t('Print, or save as PDF')}</Button>
      {table.error && <ProblemNote error={appErrorOf(table.error)} attempt="asking" />}
      {createPortal(<InsightSheet blog={blog} insight={insight} />, document.body)}
    </div>
  )
}
