import type { ShareLine } from '../domain/share-line.ts'
import { t } from '../words/t.ts'
import { PLATFORMS } from './platforms.ts'

type Place = Pick<ShareLine, 'kind' | 'platform' | 'platformName'>

/** Where a line is to stand: “Announcement”, “Mastodon”. */
export function shareLineName({ kind, platform, platformName }: Place): string {
  if (kind === 'announcement') return t('Announcement')
  if (kind === 'press-line') return t('Press line')
  if (platform !== 'other') return PLATFORMS[platform].name
  return platformName.trim() === '' ? t('Another platform') : platformName.trim()
}

/** With its language, where it has one of its own: “Mastodon (fr)”. */
export const shareLineLabel = (line: Place & Pick<ShareLine, 'language'>): string =>
  line.language === ''
    ? shareLineName(line)
    : t('{where} ({language})', { where: shareLineName(line), language: line.language })
