import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { WEEKEND } from '../../../../shared/conversation/answer-promise.ts'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { weekdayName, weekdays } from '../../ui/times.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface PromiseFieldsProps {
  promises: Settings['promises']
  onChange: (promises: Settings['promises']) => void
}

const OFFERED = [0, 1, 2, 3, 4, 5, 7, 10]

/**
 * Within how many working days this blog answers, and when the house is closed. A list and no number field: React Aria's clears
 * what it read out by an assignment that the window's policy stops.
 */
export function PromiseFields({ promises, onChange }: PromiseFieldsProps) {
  const blog = useActiveBlog()
  const promise = promises[blog.id] ?? { workingDays: 0, closedOn: [...WEEKEND] }
  const save = (patch: Partial<typeof promise>): void => onChange({ ...promises, [blog.id]: { ...promise, ...patch } })
  return (
    <fieldset className="profile-fields">
      <Choice
        label={t('Comments on this blog are answered within')}
        hint={t(
          'The day on which a comment is written does not count. An answer by anybody who writes for the blog keeps it, and what they say themselves waits for none.',
        )}
        value={String(promise.workingDays)}
        options={OFFERED.map((days) => ({ id: String(days), label: daysWords(days) }))}
        onChange={(days) => save({ workingDays: Number(days) })}
      />
      <CheckboxGroup
        className="field"
        value={promise.closedOn.map(String)}
        onChange={(days) => save({ closedOn: days.map(Number) })}
      >
        <Label className="field-label">{t('Closed on')}</Label>
        <div className="settings-more">
          {weekdays().map((day) => (
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

function daysWords(days: number): string {
  return t('{days, plural, =0 {Nothing is promised} one {One working day} other {# working days}}', { days })
}
