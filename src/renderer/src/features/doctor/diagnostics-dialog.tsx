import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { CopyText } from './copy-text.tsx'
import './doctor.css'

/** What IT needs, all of it to be read before it is saved. */
export function DiagnosticsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('Diagnostics for your IT')} isOpen={isOpen} onClose={onClose}>
      <Diagnostics onClose={onClose} />
    </Dialog>
  )
}

function Diagnostics({ onClose }: { onClose: () => void }) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const [withAddresses, setWithAddresses] = useState(false)
  const collect = useMutation(core.diagnostics.collect.mutationOptions())
  const prepare = useMutation(core.diagnostics.prepare.mutationOptions({ onSuccess: (file) => saveFile(file) }))
  const collectNow = useEffectEvent((addresses: boolean) => collect.mutate({ withAddresses: addresses }))
  useEffect(() => collectNow(withAddresses), [withAddresses])
  const text = collect.data?.text ?? ''
  const error = collect.error ?? prepare.error
  return (
    <>
      <p>
        {t(
          'Versions, counts, states and the log: no title, no text, no name, no password and no path. The program sends it nowhere; you save it and hand it to your IT.',
        )}
      </p>
      <Checkbox className="checkbox" isSelected={withAddresses} onChange={setWithAddresses}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {t('With the addresses of the blogs')}
      </Checkbox>
      {error && <ProblemNote attempt="asking" error={appErrorOf(error)} />}
      <section aria-labelledby="diagnostics-text">
        <h3 id="diagnostics-text" className="field-label">
          {t('All of it, as it would be saved')}
        </h3>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls has to be reached by the keyboard */}
        <pre className="doctor-report" dir="ltr" tabIndex={0} aria-labelledby="diagnostics-text">
          {collect.isPending ? t('Reading the desk…') : text}
        </pre>
      </section>
      <div className="dialog-actions">
        <CopyText text={text} copiedWords={t('The text is on the clipboard.')} />
        <Button onPress={onClose}>{t('Close')}</Button>
        <Button
          look="primary"
          isDisabled={text === ''}
          isPending={prepare.isPending}
          onPress={() => prepare.mutate({ text })}
        >
          {t('Save…')}
        </Button>
      </div>
    </>
  )
}
