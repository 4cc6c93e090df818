import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Insight } from '../../../../shared/domain/insight.ts'
import { t } from '../../../../shared/words/t.ts'
import { EvidenceList } from './evidence-list.tsx'
import { InsightTables } from './insight-tables.tsx'
import { InsightTotals } from './insight-totals.tsx'
import { periodWords, readWords } from './insight-words.ts'

/** What a printer sees: one sheet that stands by itself, and says where it comes from. */
export function InsightSheet({ blog, insight }: { blog: Blog; insight: Insight }) {
  const { campaign, evidence, figures } = insight
  return (
    <div className="paper-only insight-sheet">
      <h1>
        <bdi>{campaign ? campaign.name : blog.name}</bdi>
      </h1>
      <p>
        {campaign
          ? t('{blog}, {period}', { blog: blog.name, period: periodWords(figures.period) })
          : periodWords(figures.period)}
      </p>
      {campaign && campaign.objective !== '' && (
        <p>
          <strong>{t('Objective')}</strong> <bdi>{campaign.objective}</bdi>
        </p>
      )}
      {campaign && campaign.audience !== '' && (
        <p>
          <strong>{t('Audience')}</strong> <bdi>{campaign.audience}</bdi>
        </p>
      )}
      <InsightTotals insight={insight} />
      <InsightTables figures={figures} isOnPaper />
      {evidence.length > 0 && (
        <>
          <h2>{t('What came of it')}</h2>
          <EvidenceList evidence={evidence} />
        </>
      )}
      <p className="field-hint">{readWords(insight, blog)}</p>
    </div>
  )
}
