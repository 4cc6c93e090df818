import type { ShareKind, ShareLine } from '../domain/share-line.ts'
import { PLATFORMS } from './platforms.ts'

export const SHARE_KIND_NAMES: Record<ShareKind, string> = {
  announcement: 'Announcement',
  'press-line': 'Press line',
  platform: 'Text for a platform',
}

/** Where a line is to stand: “Announcement”, “Mastodon”. */
export function shareLineName({ kind, platform, platformName }: Omit<ShareLine, 'id' | 'text'>): string {
  if (kind !== 'platform') return SHARE_KIND_NAMES[kind]
  return platform === 'other' && platformName.trim() !== '' ? platformName.trim() : PLATFORMS[platform].name
}

/** With its language, where it has one of its own: “Mastodon (fr)”. */
export const shareLineLabel = (line: Omit<ShareLine, 'id' | 'text'>): string =>
  line.language === '' ? shareLineName(line) : `${shareLineName(line)} (${line.language})`
