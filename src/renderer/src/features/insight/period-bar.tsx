import { t } from '../../../../shared/words/t.ts'
import { quarterNumber, quarterOf, yearAround, type Period } from '../../../../shared/insight/period.ts'
import { IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { periodWords } from './insight-words.ts'

/** Which quarter or year. Nothing is counted of a time to come. */
export function PeriodBar({
  period,
  today,
  onChange,
}: {
  period: Period
  today: string
  onChange: (period: Period) => void
}) {
  const isQuarter = quarterNumber(period) !== null
  const by = (steps: number): Period => (isQuarter ? quarterOf(period.from, steps) : yearAround(period.from, steps))
  // Seen from a year, the quarter that is now rather than its first.
  const inside = period.from <= today && today <= period.to ? today : period.to
  return (
    <div className="period-bar">
      <IconButton name={isQuarter ? t('The quarter before') : t('The year before')} onPress={() => onChange(by(-1))}>
        <Icon name="back" />
      </IconButton>
      <output className="period-words">{periodWords(period)}</output>
      <IconButton
        name={isQuarter ? t('The quarter after') : t('The year after')}
        isDisabled={by(1).from > today}
        onPress={() => onChange(by(1))}
      >
        <Icon name="forward" />
      </IconButton>
      <Choice
        label={t('Length of the period')}
        look="quiet"
        value={isQuarter ? 'quarter' : 'year'}
        options={[
          { id: 'quarter', label: t('By quarter') },
          { id: 'year', label: t('By year') },
        ]}
        onChange={(length) => onChange(length === 'quarter' ? quarterOf(inside) : yearAround(inside))}
      />
    </div>
  )
}
