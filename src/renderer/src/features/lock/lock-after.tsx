import { useQuery } from '@tanstack/react-query'
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { managedWords } from '../settings/policy-words.ts'
import { lockChoices } from './lock-choices.ts'

type Minutes = Settings['lockAfterMinutes']

/** When nobody is at the desk. Where the organisation set a limit, what is longer is not offered, and who set it is said. */
export function LockAfter({ minutes, onChange }: { minutes: Minutes; onChange: (minutes: Minutes) => void }) {
  const { core } = useCore()
  const policy = useQuery(core.settings.policy.queryOptions()).data?.inForce
  const limit = policy?.lockAfterMinutes ?? null
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={String(minutes)}
      onChange={(chosen) => onChange(chosen === 'null' ? null : Number(chosen))}
    >
      <Label className="field-label">{t('Lock it when nobody has been here for')}</Label>
      {lockChoices(minutes, limit).map((choice) => (
        <Radio key={String(choice)} value={String(choice)} className="radio">
          <span className="radio-box" />
          {choice === null
            ? t('Never', {}, 'locks by itself')
            : t('{minutes, plural, one {# minute} other {# minutes}}', { minutes: choice })}
        </Radio>
      ))}
      {policy && limit !== null && (
        <Text slot="description" className="field-hint">
          {t('Not longer than {minutes, plural, one {# minute} other {# minutes}}.', { minutes: limit })}{' '}
          <bdi>{managedWords(policy)}</bdi>
        </Text>
      )}
    </RadioGroup>
  )
}
