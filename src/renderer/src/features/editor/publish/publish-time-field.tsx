import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import type { ChosenTime, PublishTime } from './publish-time.ts'
import { WallTimeFields } from './wall-time-fields.tsx'

interface PublishTimeFieldProps {
  chosen: ChosenTime
  onChange: (chosen: ChosenTime) => void
  /** What `chosen` comes to, said below the fields. */
  time: PublishTime
  clockOffsetMs: number
}

/** Now, or at a time on the blog's own clock. */
export function PublishTimeField({ chosen, onChange, time, clockOffsetMs }: PublishTimeFieldProps) {
  return (
    <>
      <RadioGroup
        className="field"
        value={chosen.isLater ? 'later' : 'now'}
        onChange={(value) => onChange({ ...chosen, isLater: value === 'later' })}
      >
        <Label className="field-label">{t('When it becomes public')}</Label>
        <Radio value="now" className="radio">
          <span className="radio-box" />
          {t('Now', {}, 'when a post becomes public')}
        </Radio>
        <Radio value="later" className="radio">
          <span className="radio-box" />
          {t('At a time')}
        </Radio>
      </RadioGroup>
      {chosen.isLater && (
        <WallTimeFields
          wall={chosen.wall}
          onChange={(wall) => onChange({ ...chosen, wall })}
          time={time}
          clockOffsetMs={clockOffsetMs}
        />
      )}
    </>
  )
}
