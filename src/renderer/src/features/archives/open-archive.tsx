import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button as AriaButton, Label, ProgressBar } from 'react-aria-components'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { showToast } from '../../ui/toasts.tsx'
import './archives.css'

interface Reading {
  fileName: string
  doneBytes: number
  sizeBytes: number
  words: string
  error: AppErrorData | null
}

/** Opens a WordPress export as an archive. The file goes to the core in parts, so it can be stopped at any of them. */
export function OpenArchive({ onOpened }: { onOpened: (() => void) | undefined }) {
  const { client, core, queryClient } = useCore()
  const [, navigate] = useLocation()
  const [reading, setReading] = useState<Reading | null>(null)
  const isStopped = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const setSettings = useMutation(core.settings.set.mutationOptions())

  async function read(file: File): Promise<void> {
    isStopped.current = false
    const begun: Reading = { fileName: file.name, doneBytes: 0, sizeBytes: file.size, words: '', error: null }
    setReading(begun)
    try {
      // Few open one: how it is read comes when somebody does.
      const { readArchive } = await import('./read-archive.ts')
      const read = await readArchive(client.archives, file, {
        isStopped: () => isStopped.current,
        onPart: (doneBytes, words) => setReading({ ...begun, doneBytes, words }),
      })
      if (!read) return
      const { blog, words } = read
      setReading(null)
      await queryClient.invalidateQueries({ queryKey: core.blogs.pathKey() })
      setSettings.mutate({ activeBlogId: blog.id })
      navigate('/writing')
      showToast({ text: t('“{name}” is open to be read: {what}.', { name: blog.name, what: words }) })
      onOpened?.()
    } catch (error) {
      setReading({ ...begun, error: appErrorOf(error) })
    }
  }

  const stop = (): void => {
    isStopped.current = true
    setReading(null)
  }

  return (
    <>
      <AriaButton className="rail-item rail-action" onPress={() => input.current?.click()}>
        {t('Open an archive (WXR)…')}
      </AriaButton>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xml,.wxr"
        aria-label={t('Export of a blog')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void read(file)
        }}
      />
      <Dialog title={t('Open an archive')} isOpen={reading !== null} onClose={stop}>
        {reading?.error && <ProblemNote error={reading.error} attempt="asking" />}
        {reading && !reading.error && <HowFar reading={reading} />}
        <div className="dialog-actions">
          <Button onPress={stop}>{reading?.error ? t('Close') : t('Stop, and keep nothing')}</Button>
        </div>
      </Dialog>
    </>
  )
}

function HowFar({ reading: { fileName, doneBytes, sizeBytes, words } }: { reading: Reading }) {
  return (
    <>
      <p>
        <Rich
          message="<file>“{name}”</file> is read on this laptop. Nothing of it is sent anywhere, and nothing in it will change."
          values={{ name: fileName }}
          parts={{ file: <bdi /> }}
        />
      </p>
      <ProgressBar className="archive-progress" value={doneBytes} maxValue={Math.max(1, sizeBytes)}>
        {({ percentage }) => (
          <>
            <Label>{t('{done} of {size}', { done: byteWords(doneBytes), size: byteWords(sizeBytes) })}</Label>
            <progress className="archive-bar" max={100} value={percentage ?? 0} aria-hidden="true" />
          </>
        )}
      </ProgressBar>
      <output className="field-hint">{words}</output>
    </>
  )
}
