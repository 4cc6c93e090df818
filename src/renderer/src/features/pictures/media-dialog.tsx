import { useEffect, useState } from 'react'
import { FileTrigger, Form, Input, Label, ProgressBar, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { MediaFile } from '../../../../shared/domain/media.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { addressBlock, fileBlock, lineWords, type MediaBlock } from './media-blocks.ts'
import { useAddMedia } from './use-add-media.ts'
import './pictures.css'

/** Of what a browser's own window for files may offer; what the file really is its bytes say. */
const OFFERED = ['video/*', 'audio/*', 'application/pdf']

interface MediaDialogProps {
  isOpen: boolean
  /** One that was dropped into the text. */
  file: File | null
  onClose: () => void
  onInsert: (block: MediaBlock) => void
}

/** A video, a sound or a document: from this laptop, with its size before it is sent, or by its address. */
export function MediaDialog({ isOpen, file, onClose, onInsert }: MediaDialogProps) {
  return (
    <Dialog title={t('Video, audio or document')} isOpen={isOpen} onClose={onClose}>
      {isOpen && (
        <Choice
          file={file}
          onClose={onClose}
          onInsert={(block) => {
            onInsert(block)
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

function Choice({ file, onClose, onInsert }: Omit<MediaDialogProps, 'isOpen'>) {
  const { adding, take, reset } = useAddMedia()
  useEffect(() => {
    if (file) void take(file)
    // Only the file with which it was opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [file])

  switch (adding.step) {
    case 'taking':
      return (
        <>
          <ProgressBar
            className="media-taking"
            aria-label={t('Taking in {name}', { name: adding.fileName })}
            value={adding.takenBytes}
            maxValue={Math.max(1, adding.sizeBytes)}
          >
            <p>
              <Rich
                message="Taking in <file>{name}</file>: {taken} of {size}"
                values={{
                  name: adding.fileName,
                  taken: byteWords(adding.takenBytes),
                  size: byteWords(adding.sizeBytes),
                }}
                parts={{ file: <bdi /> }}
              />
            </p>
            <progress value={adding.takenBytes} max={Math.max(1, adding.sizeBytes)} aria-hidden="true" />
          </ProgressBar>
          <p className="field-hint">{t('It is copied to this laptop’s own store. Nothing is sent yet.')}</p>
        </>
      )
    case 'taken':
      return <Taken file={adding.file} onClose={onClose} onInsert={onInsert} />
    case 'failed':
      return (
        <>
          <ProblemNote error={adding.error} />
          <div className="dialog-actions">
            <Button onPress={reset}>{t('Choose another')}</Button>
          </div>
        </>
      )
    case 'idle':
      return <FromWhere onFile={(chosen) => void take(chosen)} onClose={onClose} onInsert={onInsert} />
  }
}

function Taken({ file, onClose, onInsert }: { file: MediaFile } & Pick<MediaDialogProps, 'onClose' | 'onInsert'>) {
  return (
    <>
      <p className="media-taken">
        <Rich
          message="<file>{name}</file> is {size}."
          values={{ name: file.fileName, size: byteWords(file.sizeBytes) }}
          parts={{ file: <bdi /> }}
        />
      </p>
      <p className="field-hint">{lineWords(file.sizeBytes)}</p>
      {file.isPlaceRemoved && (
        <p className="field-hint">
          {t('Where it was filmed was taken out of what is sent. Your own file is untouched.')}
        </p>
      )}
      {file.saysPlace && (
        <p className="problem-inline tone-waits">
          {t(
            'This video says in a track of its own where it was filmed, which the desk cannot take out. Save it again without its place if nobody should know.',
          )}
        </p>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button look="primary" onPress={() => onInsert(fileBlock(file))}>
          {t('Put it into the post')}
        </Button>
      </div>
    </>
  )
}

function FromWhere({
  onFile,
  onClose,
  onInsert,
}: { onFile: (file: File) => void } & Pick<MediaDialogProps, 'onClose' | 'onInsert'>) {
  const [address, setAddress] = useState('')
  const block = addressBlock(address)
  return (
    <Form
      className="media-from"
      onSubmit={(event) => {
        event.preventDefault()
        if (block) onInsert(block)
      }}
    >
      <section aria-label={t('From this laptop')}>
        <FileTrigger
          acceptedFileTypes={OFFERED}
          onSelect={(files) => {
            const [chosen] = files ?? []
            if (chosen) onFile(chosen)
          }}
        >
          <Button>{t('Choose a file…')}</Button>
        </FileTrigger>
        <p className="field-hint">
          {t('MP4 or WebM, MP3, M4A, OGG or WAV, or a PDF. It goes up with the post; its size is shown first.')}
        </p>
      </section>
      <TextField className="field" value={address} onChange={setAddress} type="url">
        <Label>{t('Or its address')}</Label>
        <Input className="input" dir="ltr" placeholder="https://www.youtube.com/watch?v=…" />
      </TextField>
      <p className="field-hint">{t('Readers see it from there; nothing is fetched or sent from this laptop.')}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button look="primary" type="submit" isDisabled={block === null}>
          {t('Put the address into the post')}
        </Button>
      </div>
    </Form>
  )
}
