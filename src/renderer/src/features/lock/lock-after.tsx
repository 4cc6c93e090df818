import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/inputs.ts'

type Minutes = Settings['lockAfterMinutes']

const CHOICES: Minutes[] = [5, 10, 30, 60, null]

/** When nobody is at the desk. A time that policy or another version chose stands among the others. */
export function LockAfter({ minutes, onChange }: { minutes: Minutes; onChange: (minutes: Minutes) => void }) {
  const choices = CHOICES.includes(minutes) ? CHOICES : [minutes, ...CHOICES]
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={String(minutes)}
      onChange={(chosen) => onChange(chosen === 'null' ? null : Number(chosen))}
    >
      <Label className="field-label">{t('Lock it when nobody has been here for')}</Label>
      {choices.map((choice) => (
        <Radio key={String(choice)} value={String(choice)} className="radio">
          <span className="radio-box" />
          {choice === null
            ? t('Never', {}, 'locks by itself')
            : t('{minutes, plural, one {# minute} other {# minutes}}', { minutes: choice })}
        </Radio>
      ))}
    </RadioGroup>
  )
}
