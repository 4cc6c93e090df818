import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Select,
  SelectValue,
  Virtualizer,
} from 'react-aria-components'
import type { Snapshot } from '../../../../../shared/contract/services.ts'
import type { SnapshotId } from '../../../../../shared/domain/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { versionLabel } from './history-words.ts'

interface VersionPickerProps {
  label: string
  snapshots: Snapshot[]
  value: SnapshotId
  onChange: (id: SnapshotId) => void
}

const LAYOUT = { rowHeight: 30 }

/** Any version of thousands. */
export function VersionPicker({ label, snapshots, value, onChange }: VersionPickerProps) {
  return (
    <Select className="version-picker" value={value} onChange={(key) => onChange(key as SnapshotId)}>
      <Label>{label}</Label>
      <AriaButton className="button">
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover version-picker-list">
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox className="menu" items={snapshots}>
            {(snapshot: Snapshot) => (
              <ListBoxItem id={snapshot.id} textValue={versionLabel(snapshot)} className="menu-item">
                {versionLabel(snapshot)}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </Select>
  )
}
