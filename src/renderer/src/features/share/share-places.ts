import type { ChoiceOption } from '../../ui/choice.tsx'
import type { ShareLine } from '../../../../shared/domain/share-line.ts'
import { SHARE_PLATFORMS, type SharePlatform } from '../../../../shared/share/platforms.ts'
import { shareLineName } from '../../../../shared/share/share-line-name.ts'

/** What a line is for, as one choice: a person does not think of kinds and platforms apart. */
export type SharePlace = Exclude<ShareLine['kind'], 'platform'> | SharePlatform

const PLACES: readonly SharePlace[] = ['announcement', 'press-line', ...SHARE_PLATFORMS]

export const sharePlaces = (): readonly ChoiceOption<SharePlace>[] =>
  PLACES.map((id) => ({ id, label: shareLineName({ ...atPlace(id), platformName: '' }) }))

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
