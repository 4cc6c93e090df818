import { useMutation } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { Checkbox, Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useCore } from '../../api/queries.ts'
import type { Settings, SettingsPatch } from '../../../../shared/contract/settings-input.ts'
import { spokenNow } from '../../../../shared/words/spoken.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { ActiveBlogContext, useActiveBlog } from '../blogs/active-blog.ts'
import { SavedRepliesButton } from '../comments/reply/saved-replies-button.tsx'
import { OpenHandoverButton } from '../handover/open-handover-dialog.tsx'
import { AddressField } from './address-field.tsx'
import { languageChoices } from './language-choices.ts'
import { ManagedField } from './managed-field.tsx'
import { ManagedSection } from './managed-section.tsx'
import { NoticeFields } from './notice-fields.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { PolicyField } from './policy-field.tsx'
import { PromiseFields } from './promise-fields.tsx'
import { PurposeField } from './purpose-field.tsx'
import type { SettingsSection } from './settings-open.ts'
import { SecondLookField } from './second-look-field.tsx'
import './settings.css'

const BackupsDialog = laterDialog(async () => (await import('../backups/backups-dialog.tsx')).BackupsDialog)
const DiagnosticsDialog = laterDialog(async () => (await import('../doctor/diagnostics-dialog.tsx')).DiagnosticsDialog)
const DoctorDialog = laterDialog(async () => (await import('../doctor/doctor-dialog.tsx')).DoctorDialog)
const HandoverDialog = laterDialog(async () => (await import('../handover/handover-dialog.tsx')).HandoverDialog)
const ProtectionDialog = laterDialog(async () => (await import('../lock/protection-dialog.tsx')).ProtectionDialog)
const DictionariesDialog = laterDialog(async () => (await import('./dictionaries-dialog.tsx')).DictionariesDialog)
const RulesDialog = laterDialog(async () => (await import('./rules-dialog.tsx')).RulesDialog)

interface SettingsDialogProps {
  settings: Settings
  /** Open over them at once. */
  section: SettingsSection | null
  isOpen: boolean
  onClose: () => void
}

const themes = (): { value: Settings['theme']; label: string }[] => [
  { value: 'system', label: t('As the system', {}, 'theme') },
  { value: 'light', label: t('Light', {}, 'theme') },
  { value: 'dark', label: t('Dark', {}, 'theme') },
]
const directions = (): { value: Settings['interfaceDirection']; label: string }[] => [
  { value: 'ltr', label: t('Left to right') },
  { value: 'rtl', label: t('Right to left') },
]
const arrivals = (): { value: Settings['arrivals']; label: string }[] => [
  { value: 'ask', label: t('Ask me before anything goes') },
  { value: 'ask-on-metered', label: t('Ask me on a line that costs, else send') },
  { value: 'go-at-once', label: t('Send at once') },
]

export function SettingsDialog({ settings, section, isOpen, onClose }: SettingsDialogProps) {
  const { core } = useCore()
  const set = useMutation(core.settings.set.mutationOptions())
  // A desk that only reviews has no blog, and no line.
  const hasBlog = useContext(ActiveBlogContext) !== null
  return (
    <Dialog title={t('Settings')} isOpen={isOpen} onClose={onClose}>
      <ManagedSection />
      {hasBlog && <BlogSettings settings={settings} onChange={(patch) => set.mutate(patch)} />}
      <Choice
        label={t('Language of the interface')}
        options={languageChoices()}
        value={settings.language}
        onChange={(language) => set.mutate({ language })}
      />
      <Choice
        label={t('Theme')}
        options={themes()}
        value={settings.theme}
        onChange={(theme) => set.mutate({ theme })}
      />
      {spokenNow().language === 'en' && (
        <Choice
          label={t('Direction of the interface')}
          options={directions()}
          value={settings.interfaceDirection}
          onChange={(interfaceDirection) => set.mutate({ interfaceDirection })}
        />
      )}
      {hasBlog && <LineSettings settings={settings} onChange={(patch) => set.mutate(patch)} />}
      <Checkbox
        className="checkbox"
        isSelected={settings.smartTyping}
        onChange={(smartTyping) => set.mutate({ smartTyping })}
      >
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {t('Set quotation marks, dashes and spaces by the language while I type')}
      </Checkbox>
      {hasBlog && <CheckSettings settings={settings} onChange={(patch) => set.mutate(patch)} />}
      <ProtectionButtons
        settings={settings}
        section={section}
        onChange={(patch) => set.mutate(patch)}
        onLeave={onClose}
      />
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

interface ProtectionButtonsProps extends SettingsPartProps {
  section: SettingsSection | null
  onLeave: () => void
}

function ProtectionButtons({ settings, section, onChange, onLeave }: ProtectionButtonsProps) {
  const [isOpen, setIsOpen] = useState(section === 'protection')
  const [areBackupsOpen, setAreBackupsOpen] = useState(section === 'backups')
  const [isForItOpen, setIsForItOpen] = useState(section === 'diagnostics')
  const [isHandoverOpen, setIsHandoverOpen] = useState(section === 'handover')
  return (
    <>
      <div className="settings-more">
        <Button onPress={() => setIsOpen(true)}>{t('Protection of this desk…')}</Button>
        <Button onPress={() => setAreBackupsOpen(true)}>{t('Backups…')}</Button>
        <Button onPress={() => setIsForItOpen(true)}>{t('Diagnostics for your IT…')}</Button>
        <Button onPress={() => setIsHandoverOpen(true)}>{t('Hand over this desk…')}</Button>
        <OpenHandoverButton onDone={onLeave} />
      </div>
      <ProtectionDialog settings={settings} onChange={onChange} isOpen={isOpen} onClose={() => setIsOpen(false)} />
      <HandoverDialog isOpen={isHandoverOpen} onClose={() => setIsHandoverOpen(false)} />
      <BackupsDialog isOpen={areBackupsOpen} onClose={() => setAreBackupsOpen(false)} />
      <DiagnosticsDialog isOpen={isForItOpen} onClose={() => setIsForItOpen(false)} />
    </>
  )
}

interface SettingsPartProps {
  settings: Settings
  onChange: (patch: SettingsPatch) => void
}

/** Of the open blog, and of the conversation on it. */
function BlogSettings({ settings, onChange }: SettingsPartProps) {
  return (
    <>
      <ProfileFields profile={settings.profile} onChange={(patch) => onChange(patch)} />
      <PurposeField purposes={settings.purposes} onChange={(purposes) => onChange({ purposes })} />
      <ManagedField field="answeringPromise">
        <PromiseFields promises={settings.promises} onChange={(promises) => onChange({ promises })} />
      </ManagedField>
      <ManagedField field="reviewRequired">
        <PolicyField policies={settings.reviewPolicies} onChange={(reviewPolicies) => onChange({ reviewPolicies })} />
      </ManagedField>
      <NoticeFields notices={settings.notices} onChange={(notices) => onChange({ notices })} />
      <SecondLookField secondLook={settings.secondLook} onChange={(secondLook) => onChange({ secondLook })} />
      <AddressField
        days={settings.keepAddressesDays}
        onChange={(keepAddressesDays) => onChange({ keepAddressesDays })}
      />
    </>
  )
}

function LineSettings({ settings, onChange }: SettingsPartProps) {
  return (
    <>
      <Choice
        label={t('When the line was away and things wait')}
        hint={t(
          'What waited is shown in its order before it goes. What you send while there is a line is not asked about.',
        )}
        options={arrivals()}
        value={settings.arrivals}
        onChange={(arrivals) => onChange({ arrivals })}
      />
      <Checkbox
        className="checkbox"
        isSelected={settings.isLineMetered}
        onChange={(isLineMetered) => onChange({ isLineMetered })}
      >
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {t('The line I am on costs by the megabyte')}
      </Checkbox>
      <SiteDoctorButton />
    </>
  )
}

function SiteDoctorButton() {
  const blog = useActiveBlog()
  const [isOpen, setIsOpen] = useState(false)
  if (blog.kind === 'archive') return null
  return (
    <div className="settings-more">
      <Button onPress={() => setIsOpen(true)}>{t('Site doctor…')}</Button>
      <DoctorDialog question={{ blogId: blog.id }} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </div>
  )
}

function CheckSettings({ settings, onChange }: SettingsPartProps) {
  const [isRulesOpen, setIsRulesOpen] = useState(false)
  const [areDictionariesOpen, setAreDictionariesOpen] = useState(false)
  return (
    <>
      <Checkbox className="checkbox" isSelected={settings.spelling} onChange={(spelling) => onChange({ spelling })}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {t('Underline words that no dictionary knows')}
      </Checkbox>
      <div className="settings-more">
        <Button onPress={() => setAreDictionariesOpen(true)}>{t('Dictionaries…')}</Button>
        <SavedRepliesButton />
        <Button onPress={() => setIsRulesOpen(true)}>{t('Rules and names of the checks…')}</Button>
      </div>
      <DictionariesDialog isOpen={areDictionariesOpen} onClose={() => setAreDictionariesOpen(false)} />
      <RulesDialog isOpen={isRulesOpen} onClose={() => setIsRulesOpen(false)} />
    </>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  hint?: string
  options: { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, hint, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="radio">
          <span className="radio-box" />
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
