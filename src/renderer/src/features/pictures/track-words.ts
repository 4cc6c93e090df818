import { t } from '../../../../shared/words/t.ts'
import type { VideoTrack } from '../../../../shared/content/document.ts'
import type { ChoiceOption } from '../../ui/choice.tsx'
import { isLanguageTag, languageName } from '../editor/details/languages.ts'

/** What a track of WordPress's video block can be, but for chapters, which its player does not show. */
const offeredKinds = (): readonly ChoiceOption<string>[] => [
  { id: 'captions', label: t('Captions: all that is heard') },
  { id: 'subtitles', label: t('Subtitles: what is said, translated') },
  { id: 'descriptions', label: t('Descriptions: what is seen') },
]

/** Those offered; and one that came from the blog and is none of them. */
export function trackKinds(kind: string): readonly ChoiceOption<string>[] {
  const offered = offeredKinds()
  return kind === '' || offered.some(({ id }) => id === kind)
    ? offered
    : [...offered, { id: kind, label: kindWord(kind) }]
}

export function kindWord(kind: string): string {
  switch (kind) {
    case 'captions':
      return t('Captions', {}, 'kind of a caption track')
    case 'descriptions':
      return t('Descriptions', {}, 'kind of a caption track')
    case 'chapters':
      return t('Chapters', {}, 'kind of a caption track')
    case 'metadata':
      return t('Data', {}, 'kind of a caption track')
    default:
      return t('Subtitles', {}, 'kind of a caption track')
  }
}

/** On the button that takes it out of the list. */
export const removeWords = (track: VideoTrack): string =>
  t(
    '{kind, select, captions {Remove captions: {name}} descriptions {Remove descriptions: {name}} chapters {Remove chapters: {name}} metadata {Remove data: {name}} other {Remove subtitles: {name}}}',
    { kind: track.kind, name: trackName(track) },
  )

/** As its readers call it: the player shows this. */
export const nativeName = (tag: string): string =>
  isLanguageTag(tag) ? (new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag) : tag

export const trackName = ({ label, srcLang }: Pick<VideoTrack, 'label' | 'srcLang'>): string =>
  label || languageName(srcLang) || t('no language said')
