import { useMutation } from '@tanstack/react-query'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useCore } from '../../api/queries.ts'
import type { Settings } from '../../../../shared/contract/inputs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface AppearanceDialogProps {
  settings: Settings
  isOpen: boolean
  onClose: () => void
}

const THEMES: { value: Settings['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const DIRECTIONS: { value: Settings['interfaceDirection']; label: string }[] = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
]

export function AppearanceDialog({ settings, isOpen, onClose }: AppearanceDialogProps) {
  const { core } = useCore()
  const set = useMutation(core.settings.set.mutationOptions())
  return (
    <Dialog title="Appearance" isOpen={isOpen} onClose={onClose}>
      <Choice label="Theme" options={THEMES} value={settings.theme} onChange={(theme) => set.mutate({ theme })} />
      <Choice
        label="Direction of the interface"
        options={DIRECTIONS}
        value={settings.interfaceDirection}
        onChange={(interfaceDirection) => set.mutate({ interfaceDirection })}
      />
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  options: { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className="field-label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="radio">
          <span className="radio-box" />
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
