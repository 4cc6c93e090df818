import { Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import type { WallTime } from './blog-clock.ts'
import { clockDifference } from './clock-difference.ts'
import type { PublishTime } from './publish-time.ts'

interface WallTimeFieldsProps {
  wall: WallTime
  onChange: (wall: WallTime) => void
  /** What `wall` comes to, said below the fields. */
  time: PublishTime
  clockOffsetMs: number
}

/** A day and a time on the blog's own clock, with this laptop's beside it, and a word when the two clocks disagree. */
export function WallTimeFields({ wall, onChange, time, clockOffsetMs }: WallTimeFieldsProps) {
  const difference = clockDifference(clockOffsetMs)
  return (
    <fieldset className="publish-time" aria-label={t('Time at the blog')}>
      <TextField
        className="field"
        type="date"
        value={wall.date}
        isInvalid={!time.ok}
        onChange={(date) => onChange({ ...wall, date })}
      >
        <Label>{t('Day at the blog')}</Label>
        <Input className="input" />
      </TextField>
      <TextField
        className="field"
        type="time"
        value={wall.time}
        isInvalid={!time.ok}
        onChange={(clock) => onChange({ ...wall, time: clock })}
      >
        <Label>{t('Time at the blog')}</Label>
        <Input className="input" />
      </TextField>
      <output className={time.ok ? 'field-hint' : 'field-error'}>{time.sentence}</output>
      {difference !== null && <p className="field-hint">{difference}</p>}
    </fieldset>
  )
}
