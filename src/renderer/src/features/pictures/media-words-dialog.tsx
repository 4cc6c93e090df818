import type { Editor } from '@tiptap/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { isCaptionProblem, readCaptions } from '../../../../shared/content/captions/read-captions.ts'
import { transcriptOf, transcriptSummary } from '../../../../shared/content/captions/transcript.ts'
import type { VideoTrack } from '../../../../shared/content/document.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Rich } from '../../ui/rich.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { CaptionTracks } from './caption-tracks.tsx'
import { mediaAt, putMediaWords, type WordedMedia } from './put-media-words.ts'
import { trackName } from './track-words.ts'
import './media-words.css'

interface MediaWordsDialogProps {
  isOpen: boolean
  editor: Editor
  blogId: BlogId
  language: string
  /** Of the video or sound; null while none asks. */
  position: number | null
  onClose: () => void
}

/** What of a film or a sound can be read: captions in it, a transcript under it. */
export function MediaWordsDialog({ isOpen, position, ...props }: MediaWordsDialogProps) {
  const [isChanged, setIsChanged] = useState(false)
  const media = position === null ? null : mediaAt(props.editor, position)
  const close = (): void => {
    setIsChanged(false)
    props.onClose()
  }
  return (
    <Dialog
      title={media?.kind === 'audio' ? t('Transcript') : t('Captions and transcript')}
      isOpen={isOpen && media !== null}
      onClose={close}
      isKept={isChanged}
    >
      {media && <MediaWords {...props} media={media} onClose={close} onChanged={() => setIsChanged(true)} />}
    </Dialog>
  )
}

function MediaWords({
  editor,
  blogId,
  language,
  media: opened,
  onClose,
  onChanged,
}: Omit<MediaWordsDialogProps, 'isOpen' | 'position'> & { media: WordedMedia; onChanged: () => void }) {
  const [media] = useState(opened)
  const [tracks, setTracks] = useState(media.tracks)
  const [transcript, setTranscript] = useState('')

  const save = (): void => {
    onClose()
    const isPut = putMediaWords(editor, media, { tracks, transcript, language })
    if (!isPut) showToast({ text: t('The film is no longer where it was. Nothing was changed.') })
    else if (transcript.trim() !== '')
      showToast({ text: t('The transcript stands under it, to be edited like any text.') })
  }

  return (
    <div className="media-words">
      {media.kind === 'video' && (
        <CaptionTracks
          tracks={tracks}
          language={language}
          onChange={(next) => {
            setTracks(next)
            onChanged()
          }}
        />
      )}
      <section aria-label={t('Transcript')}>
        <h3>{t('Transcript')}</h3>
        {media.hasTranscript ? (
          <p className="field-hint">{t('One stands under it already. It is edited there, like any other text.')}</p>
        ) : (
          <>
            <FromCaptions
              blogId={blogId}
              tracks={tracks}
              onTake={(text) => {
                setTranscript(text)
                onChanged()
              }}
            />
            <TextField
              className="field"
              value={transcript}
              onChange={(text) => {
                setTranscript(text)
                onChanged()
              }}
            >
              <Label>{t('What is said, typed or pasted')}</Label>
              <TextArea className="input" dir="auto" lang={language || undefined} rows={6} />
            </TextField>
            <p className="field-hint">
              <Rich
                message="Each line is a paragraph. Readers unfold it under “<summary>{summary}</summary>”."
                values={{ summary: transcriptSummary(language) }}
                parts={{ summary: <bdi /> }}
              />
            </p>
          </>
        )}
      </section>
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button look="primary" onPress={save}>
          {t('Keep it in the post')}
        </Button>
      </div>
    </div>
  )
}

/** One button for each caption file that is on this laptop. */
function FromCaptions({
  blogId,
  tracks,
  onTake,
}: {
  blogId: BlogId
  tracks: VideoTrack[]
  onTake: (text: string) => void
}) {
  const { core } = useCore()
  const files = useQueries({
    queries: tracks.map(({ mediaId, src }) =>
      core.media.captions.queryOptions({ blogId, mediaId: mediaId ?? null, src }),
    ),
  })
  const here = tracks.flatMap((track, at) => {
    const read = readCaptions(files[at]?.data ?? '')
    return isCaptionProblem(read) ? [] : [{ name: trackName(track), text: transcriptOf(read.cues).join('\n') }]
  })
  const isElsewhere = tracks.length > 0 && here.length === 0 && files.every(({ isSuccess }) => isSuccess)
  if (isElsewhere) return <p className="field-hint">{t('The caption files are on the blog, not on this laptop.')}</p>
  return here.map(({ name, text }, at) => (
    // Two files may have one name.
    // oxlint-disable-next-line react/no-array-index-key
    <Button key={at} onPress={() => onTake(text)}>
      {t('Fill it from the captions: {name}', { name })}
    </Button>
  ))
}
