import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import type { Settings, SettingsPatch } from '../../../../shared/contract/settings-input.ts'
import type { DeskLock } from '../../../../shared/domain/desk-lock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErasePart } from './erase-part.tsx'
import { KeyPart } from './key-part.tsx'
import { LockAfter } from './lock-after.tsx'
import { PassphrasePart } from './passphrase-part.tsx'
import { RecoveryPart } from './recovery-part.tsx'
import './lock.css'

interface ProtectionDialogProps {
  settings: Settings
  onChange: (patch: SettingsPatch) => void
  isOpen: boolean
  onClose: () => void
}

/** Who can read this desk, and what one does about it. */
export function ProtectionDialog({ settings, onChange, isOpen, onClose }: ProtectionDialogProps) {
  const { lock } = useCore()
  const state = useQuery(lock.state.queryOptions())
  return (
    <Dialog title={t('Protection of this desk')} isOpen={isOpen} onClose={onClose}>
      {state.data && (
        <>
          <p>{protectionSentence(state.data)}</p>
          <PassphrasePart lock={state.data} />
          {state.data.protection === 'passphrase' && (
            <LockAfter
              minutes={settings.lockAfterMinutes}
              onChange={(lockAfterMinutes) => onChange({ lockAfterMinutes })}
            />
          )}
          <RecoveryPart lock={state.data} />
          <KeyPart lock={state.data} />
          <ErasePart lock={state.data} />
        </>
      )}
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

function protectionSentence({ protection, isOpenedByCode, hasEscrow }: DeskLock): string {
  const sentence =
    isOpenedByCode && protection === 'passphrase'
      ? t('The desk was opened with its recovery code. Choose a new passphrase.')
      : protectedBy(protection)
  return hasEscrow ? `${sentence} ${t('Your IT department can open it with its escrow key.')}` : sentence
}

function protectedBy(protection: DeskLock['protection']): string {
  switch (protection) {
    case 'passphrase':
      return t('Everything on this desk is encrypted, and opens with your passphrase.')
    case 'login':
      return t(
        'Everything on this desk is encrypted, and opens with your login to this computer: whoever is logged in as you can read it.',
      )
    case 'none':
      return t(
        'Everything on this desk is encrypted, but its key lies beside it: whoever has this disk can read it. A passphrase changes that.',
      )
  }
}
