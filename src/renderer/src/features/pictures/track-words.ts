import type { VideoTrack } from '../../../../shared/content/document.ts'
import { isLanguageTag, languageName } from '../editor/details/languages.ts'

/** What a track of WordPress's video block can be, but for chapters, which its player does not show. */
export const TRACK_KINDS = [
  ['captions', 'Captions: all that is heard'],
  ['subtitles', 'Subtitles: what is said, translated'],
  ['descriptions', 'Descriptions: what is seen'],
] as const

const WORDS: Readonly<Record<string, string>> = {
  captions: 'Captions',
  descriptions: 'Descriptions',
  chapters: 'Chapters',
  metadata: 'Data',
}

export const kindWord = (kind: string): string => WORDS[kind] ?? 'Subtitles'

/** As its readers call it: the player shows this. */
export const nativeName = (tag: string): string =>
  isLanguageTag(tag) ? (new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag) : tag

export const trackName = ({ label, srcLang }: Pick<VideoTrack, 'label' | 'srcLang'>): string =>
  label || languageName(srcLang) || 'no language said'
