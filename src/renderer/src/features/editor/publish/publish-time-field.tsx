import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import type { ChosenTime, PublishTime } from './publish-time.ts'

interface PublishTimeFieldProps {
  chosen: ChosenTime
  onChange: (chosen: ChosenTime) => void
  /** What `chosen` comes to, said below the fields. */
  time: PublishTime
}

/** Now, or at a time on the blog's own clock with this laptop's beside it. */
export function PublishTimeField({ chosen, onChange, time }: PublishTimeFieldProps) {
  const { wall } = chosen
  return (
    <>
      <RadioGroup
        className="field"
        value={chosen.isLater ? 'later' : 'now'}
        onChange={(value) => onChange({ ...chosen, isLater: value === 'later' })}
      >
        <Label className="field-label">When it becomes public</Label>
        <Radio value="now" className="radio">
          <span className="radio-box" />
          Now
        </Radio>
        <Radio value="later" className="radio">
          <span className="radio-box" />
          At a time
        </Radio>
      </RadioGroup>
      {chosen.isLater && (
        <fieldset className="publish-time" aria-label="Time at the blog">
          <TextField
            className="field"
            type="date"
            value={wall.date}
            isInvalid={!time.ok}
            onChange={(date) => onChange({ ...chosen, wall: { ...wall, date } })}
          >
            <Label>Day at the blog</Label>
            <Input className="input" />
          </TextField>
          <TextField
            className="field"
            type="time"
            value={wall.time}
            isInvalid={!time.ok}
            onChange={(clock) => onChange({ ...chosen, wall: { ...wall, time: clock } })}
          >
            <Label>Time at the blog</Label>
            <Input className="input" />
          </TextField>
          <output className={time.ok ? 'field-hint' : 'field-error'}>{time.sentence}</output>
        </fieldset>
      )}
    </>
  )
}
