import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { dateFormat } from '../../../../shared/words/date-words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { canNotify } from '../comments/use-notices.ts'

interface NoticeFieldsProps {
  notices: Settings['notices']
  onChange: (notices: Settings['notices']) => void
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const EVENING = { from: 20, until: 7 }
const badges = (): ChoiceOption<Settings['notices']['badge']>[] => [
  { id: 'unread', label: t('Comments not read yet') },
  { id: 'unanswered', label: t('Comments that wait for an answer') },
  { id: 'nothing', label: t('Nothing', {}, 'what a number counts') },
]

/** When the person is told of new comments, how much is said, and what the number counts. */
export function NoticeFields({ notices, onChange }: NoticeFieldsProps) {
  const save = (patch: Partial<Settings['notices']>): void => onChange({ ...notices, ...patch })
  const quiet = notices.quiet ?? EVENING
  return (
    <fieldset className="notice-fields">
      <legend className="field-label">{t('Notices')}</legend>
      <Check isSelected={notices.isOn} onChange={(isOn) => save({ isOn })}>
        {t('Tell me of new comments while I am not at the desk')}
      </Check>
      {notices.isOn && (
        <>
          <BrowserLeave />
          <Check isSelected={notices.showsWords} onChange={(showsWords) => save({ showsWords })}>
            {t('Show who wrote and the first words, also on a locked screen')}
          </Check>
          <Check isSelected={notices.quiet !== null} onChange={(isOn) => save({ quiet: isOn ? EVENING : null })}>
            {t('Stay quiet at night')}
          </Check>
          {notices.quiet !== null && (
            <div className="notice-hours">
              <Hour
                label={t('From', {}, 'an hour')}
                hour={quiet.from}
                onChange={(from) => save({ quiet: { ...quiet, from } })}
              />
              <Hour
                label={t('Until', {}, 'an hour')}
                hour={quiet.until}
                onChange={(until) => save({ quiet: { ...quiet, until } })}
              />
            </div>
          )}
          <Check
            isSelected={notices.isQuietOnClosedDays}
            onChange={(isQuietOnClosedDays) => save({ isQuietOnClosedDays })}
          >
            {t('Stay quiet on the days on which the house is closed')}
          </Check>
          <p className="field-hint">{t('What comes in a quiet time is one notice afterwards.')}</p>
        </>
      )}
      <Choice
        label={t('The number at the icon and in the title counts')}
        value={notices.badge}
        options={badges()}
        onChange={(badge) => save({ badge })}
      />
    </fieldset>
  )
}

/** A browser asks the person itself, and only when they press something. */
function BrowserLeave() {
  const { transport } = useCore()
  const [leave, setLeave] = useState<NotificationPermission | 'none'>(() =>
    canNotify() ? Notification.permission : 'none',
  )
  if (transport.platform !== 'browser' || leave === 'granted') return null
  if (leave === 'default')
    return (
      <div className="settings-more">
        <Button onPress={() => void Notification.requestPermission().then(setLeave)}>
          {t('Let this browser show notices…')}
        </Button>
      </div>
    )
  return (
    <p className="field-hint">
      {leave === 'denied'
        ? t('This browser does not let Attaché show notices. Its own settings for this address change that.')
        : t('This browser has no notices. The number in the title is true all the same.')}
    </p>
  )
}

function Check(props: { isSelected: boolean; onChange: (isSelected: boolean) => void; children: string }) {
  return (
    <Checkbox className="checkbox" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="checkbox-box">
        <Icon name="check" />
      </span>
      {props.children}
    </Checkbox>
  )
}

/** A list, as for the working days: React Aria's number field does not agree with the window's policy. */
function Hour({ label, hour, onChange }: { label: string; hour: number; onChange: (hour: number) => void }) {
  return (
    <Choice
      label={label}
      value={String(hour)}
      options={HOURS.map((each) => ({ id: String(each), label: hourWords(each) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

const hourWords = (hour: number): string =>
  dateFormat({ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 4, hour)))
