import type { VideoTrack } from '../../../../shared/content/document.ts'
import type { ChoiceOption } from '../../ui/choice.tsx'
import { isLanguageTag, languageName } from '../editor/details/languages.ts'

/** What a track of WordPress's video block can be, but for chapters, which its player does not show. */
const KINDS: readonly ChoiceOption<string>[] = [
  { id: 'captions', label: 'Captions: all that is heard' },
  { id: 'subtitles', label: 'Subtitles: what is said, translated' },
  { id: 'descriptions', label: 'Descriptions: what is seen' },
]

const WORDS: Readonly<Record<string, string>> = {
  captions: 'Captions',
  descriptions: 'Descriptions',
  chapters: 'Chapters',
  metadata: 'Data',
}

/** Those offered; and one that came from the blog and is none of them. */
export const trackKinds = (kind: string): readonly ChoiceOption<string>[] =>
  kind === '' || KINDS.some(({ id }) => id === kind) ? KINDS : [...KINDS, { id: kind, label: kindWord(kind) }]

export const kindWord = (kind: string): string => WORDS[kind] ?? 'Subtitles'

/** As its readers call it: the player shows this. */
export const nativeName = (tag: string): string =>
  isLanguageTag(tag) ? (new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag) : tag

export const trackName = ({ label, srcLang }: Pick<VideoTrack, 'label' | 'srcLang'>): string =>
  label || languageName(srcLang) || 'no language said'
