import { Checkbox, FileTrigger, Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { VideoTrack } from '../../../../shared/content/document.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { languageName } from '../editor/details/languages.ts'
import { LanguageSelect } from './language-select.tsx'
import { nativeName, removeWords, trackKinds } from './track-words.ts'
import { useCaptionFile } from './use-caption-file.ts'

interface CaptionTracksProps {
  tracks: VideoTrack[]
  /** Of the post: what a new file is taken for. */
  language: string
  onChange: (tracks: VideoTrack[]) => void
}

/** The caption files of a video. They go to the blog before the post, like its pictures. */
export function CaptionTracks({ tracks, language, onChange }: CaptionTracksProps) {
  const { problem, take } = useCaptionFile()
  const change = (at: number, part: Partial<VideoTrack>): void =>
    onChange(tracks.map((track, index) => (index === at ? { ...track, ...part } : track)))

  async function add(file: File): Promise<void> {
    const taken = await take(file)
    if (!taken) return
    const srcLang = languageOfName(file.name) ?? language
    const label = nativeName(srcLang)
    const isDefault = tracks.length === 0
    onChange([
      ...tracks,
      { mediaId: taken.id, src: '', srcLang, label, kind: 'captions', ...(isDefault && { isDefault }) },
    ])
  }

  return (
    <section className="caption-tracks" aria-label={t('Captions')}>
      <h3>{t('Captions')}</h3>
      {tracks.length === 0 && (
        <p className="field-hint">
          {t('None yet. Whoever cannot hear the film, or sits where it may not sound, reads them in it.')}
        </p>
      )}
      <ul>
        {tracks.map((track, at) => (
          // A track has no name of its own, and two may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="caption-track">
            <TrackFields track={track} onChange={(part) => change(at, part)} />
            <div className="caption-track-acts">
              <Checkbox
                className="checkbox"
                isSelected={track.isDefault === true}
                onChange={(isDefault) =>
                  onChange(tracks.map((each, index) => withDefault(each, isDefault && index === at)))
                }
              >
                <span className="checkbox-box">
                  <Icon name="check" />
                </span>
                {t('Shown from the start')}
              </Checkbox>
              <Button
                look="link"
                aria-label={removeWords(track)}
                onPress={() => onChange(tracks.filter((_each, index) => index !== at))}
              >
                {t('Remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className="problem-inline tone-needs-you">
          {problem} {t('Nothing was taken in.')}
        </p>
      )}
      <FileTrigger
        acceptedFileTypes={['.vtt', '.srt']}
        onSelect={(files) => {
          const [chosen] = files ?? []
          if (chosen) void add(chosen)
        }}
      >
        <Button>{t('Add a caption file…')}</Button>
      </FileTrigger>
      <p className="field-hint">
        {t(
          '.vtt, or .srt, which is turned into .vtt. It goes to the blog with the post; its file here stays as it is.',
        )}
      </p>
    </section>
  )
}

function TrackFields({ track, onChange }: { track: VideoTrack; onChange: (part: Partial<VideoTrack>) => void }) {
  return (
    <div className="caption-track-fields">
      <Choice
        label={t('What they are', {}, 'captions')}
        value={track.kind === '' ? 'subtitles' : track.kind}
        options={trackKinds(track.kind)}
        onChange={(kind) => onChange({ kind })}
      />
      <LanguageSelect
        label={t('Language')}
        value={track.srcLang}
        onChange={(srcLang) => onChange({ srcLang, ...(isNamedByLanguage(track) && { label: nativeName(srcLang) }) })}
      />
      <TextField className="field" value={track.label} onChange={(label) => onChange({ label })}>
        <Label>{t('Called in the player')}</Label>
        <Input className="input" dir="auto" placeholder={t('English')} />
      </TextField>
    </div>
  )
}

/** The person has given it no other name. */
const isNamedByLanguage = ({ label, srcLang }: VideoTrack): boolean => label === '' || label === nativeName(srcLang)

function withDefault({ isDefault: _before, ...track }: VideoTrack, isDefault: boolean): VideoTrack {
  return isDefault ? { ...track, isDefault } : track
}

/** `ferry.vi.srt` is Vietnamese. */
function languageOfName(fileName: string): string | null {
  const [, tag] = /[._-]([a-z]{2})(?:-[A-Za-z]{2})?\.[a-z]+$/.exec(fileName) ?? []
  return tag !== undefined && languageName(tag) !== tag ? tag : null
}
