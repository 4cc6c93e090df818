import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'

const ProtectionDialog = laterDialog(async () => (await import('./protection-dialog.tsx')).ProtectionDialog)

/** Whoever came in by the recovery code has forgotten the passphrase, or sits at another computer: without a new one they need the paper each time. */
export function OpenedByCodeNotice({ settings }: { settings: Settings }) {
  const { core, lock } = useCore()
  const [isOpen, setIsOpen] = useState(false)
  const state = useQuery(lock.state.queryOptions())
  const set = useMutation(core.settings.set.mutationOptions())
  if (!state.data?.isOpenedByCode && !isOpen) return null
  return (
    <section className="state-banner tone-waits" aria-label={t('Opened with the recovery code')}>
      <output>{t('The desk was opened with its recovery code.')}</output>
      <Button onPress={() => setIsOpen(true)}>{t('Choose a new passphrase…')}</Button>
      <ProtectionDialog
        settings={settings}
        onChange={(patch) => set.mutate(patch)}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </section>
  )
}
