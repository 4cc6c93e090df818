import { Checkbox, CheckboxGroup, Input, Label, NumberField, Text } from 'react-aria-components'
import type { Settings } from '../../../../shared/contract/inputs.ts'
import { Icon } from '../../ui/icon.tsx'
import { weekdayName, WEEKDAYS } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface PromiseFieldsProps {
  promises: Settings['promises']
  onChange: (promises: Settings['promises']) => void
}

const WEEKEND = [0, 6]

/** Within how many working days this blog answers, and when the house is closed. */
export function PromiseFields({ promises, onChange }: PromiseFieldsProps) {
  const blog = useActiveBlog()
  const promise = promises[blog.id] ?? { workingDays: 0, closedOn: WEEKEND }
  const save = (patch: Partial<typeof promise>): void => onChange({ ...promises, [blog.id]: { ...promise, ...patch } })
  return (
    <fieldset className="profile-fields">
      <NumberField
        className="field"
        value={promise.workingDays}
        minValue={0}
        maxValue={60}
        onChange={(workingDays) => save({ workingDays: Number.isNaN(workingDays) ? 0 : workingDays })}
      >
        <Label>Comments here are answered within so many working days</Label>
        <Input className="input" />
        <Text slot="description" className="field-hint">
          0 promises nothing. The day a comment is written does not count.
        </Text>
      </NumberField>
      <CheckboxGroup
        className="field"
        value={promise.closedOn.map(String)}
        onChange={(days) => save({ closedOn: days.map(Number) })}
      >
        <Label className="field-label">Closed on</Label>
        <div className="settings-more">
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} value={String(day)} className="checkbox">
              <span className="checkbox-box">
                <Icon name="check" />
              </span>
              {weekdayName(day)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </fieldset>
  )
}
