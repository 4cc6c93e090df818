import type { ChoiceOption } from '../../ui/choice.tsx'
import type { ShareLine } from '../../../../shared/domain/share-line.ts'
import { PLATFORMS, SHARE_PLATFORMS, type SharePlatform } from '../../../../shared/share/platforms.ts'
import { SHARE_KIND_NAMES } from '../../../../shared/share/share-line-name.ts'

/** What a line is for, as one choice: a person does not think of kinds and platforms apart. */
export type SharePlace = Exclude<ShareLine['kind'], 'platform'> | SharePlatform

export const SHARE_PLACES: readonly ChoiceOption<SharePlace>[] = [
  { id: 'announcement', label: SHARE_KIND_NAMES.announcement },
  { id: 'press-line', label: SHARE_KIND_NAMES['press-line'] },
  ...SHARE_PLATFORMS.map((id) => ({ id, label: PLATFORMS[id].name })),
]

export const placeOf = ({ kind, platform }: Pick<ShareLine, 'kind' | 'platform'>): SharePlace =>
  kind === 'platform' ? platform : kind

export const atPlace = (place: SharePlace): Pick<ShareLine, 'kind' | 'platform'> =>
  place === 'announcement' || place === 'press-line'
    ? { kind: place, platform: 'other' }
    : { kind: 'platform', platform: place }

export const newLine = (place: SharePlace): ShareLine => ({
  id: crypto.randomUUID(),
  ...atPlace(place),
  platformName: '',
  ownLimit: null,
  language: '',
  text: '',
})
