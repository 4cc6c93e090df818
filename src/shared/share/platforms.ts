/**
 * How a place counts a text.
 * `graphemes`: characters as a reader sees them.
 * `units`: UTF-16 code units, in which an emoji is two or more.
 * `weighted`: those of X, where Latin, Cyrillic, Greek, Arabic and Hebrew letters are one, and two are Chinese, Japanese and
 * Korean ones, emoji, and the letters of Vietnamese with two marks.
 * `halves`: a Chinese character is one, a letter of ASCII one half.
 */
export type Counting = 'graphemes' | 'units' | 'weighted' | 'halves'

export interface PlatformRule {
  name: string
  /** null: none is known, and so none is told. */
  limit: number | null
  counts: Counting
  /** What any link counts, however long; null: as long as it is. */
  linkCounts: number | null
}

/**
 * What each place takes from an ordinary account, and how it counts, as of November 2026. Where a place says one thing for its
 * window and a smaller one for its interface, the smaller stands here: what fits that fits everywhere.
 *
 * - X: twitter-text, config/v3.json (280 weighted, links 23).
 * - Mastodon: app/validators/status_length_validator.rb (500 graphemes, links 23; a server may allow more).
 * - Bluesky: lexicon app.bsky.feed.post (maxGraphemes 300). Its own window counts a long link as shorter.
 * - Threads: Threads API, “Posts” (500).
 * - Facebook: 63,206, as its window refuses; not in its documentation.
 * - Instagram: Instagram Platform, “Content publishing”, caption (2,200).
 * - LinkedIn: Help, “Character count limits for posts” (3,000).
 * - Telegram: Bot API, sendMessage (4,096; UTF-16 by core.telegram.org/api/entities).
 * - WhatsApp: Cloud API, text messages (4,096).
 * - WeChat: Official Accounts, mass text message (600).
 * - Weibo: 2,000, as its window refuses; 140 are shown unfolded. A link becomes one of ten characters.
 * - VK: wall posts, 15,895, as its window refuses.
 * - Zalo: Official Account API, text message (2,000).
 * - LINE: Messaging API, text message (5,000) and “Character counting in a text” (UTF-16).
 */
export const PLATFORMS = {
  x: { name: 'X', limit: 280, counts: 'weighted', linkCounts: 23 },
  mastodon: { name: 'Mastodon', limit: 500, counts: 'graphemes', linkCounts: 23 },
  bluesky: { name: 'Bluesky', limit: 300, counts: 'graphemes', linkCounts: null },
  threads: { name: 'Threads', limit: 500, counts: 'units', linkCounts: null },
  facebook: { name: 'Facebook', limit: 63_206, counts: 'units', linkCounts: null },
  instagram: { name: 'Instagram', limit: 2200, counts: 'units', linkCounts: null },
  linkedin: { name: 'LinkedIn', limit: 3000, counts: 'units', linkCounts: null },
  telegram: { name: 'Telegram', limit: 4096, counts: 'units', linkCounts: null },
  whatsapp: { name: 'WhatsApp', limit: 4096, counts: 'units', linkCounts: null },
  wechat: { name: 'WeChat', limit: 600, counts: 'graphemes', linkCounts: null },
  weibo: { name: 'Weibo', limit: 2000, counts: 'halves', linkCounts: 10 },
  vk: { name: 'VK', limit: 15_895, counts: 'units', linkCounts: null },
  zalo: { name: 'Zalo', limit: 2000, counts: 'units', linkCounts: null },
  line: { name: 'LINE', limit: 5000, counts: 'units', linkCounts: null },
  other: { name: 'Another platform', limit: null, counts: 'graphemes', linkCounts: null },
} as const satisfies Record<string, PlatformRule>

export type SharePlatform = keyof typeof PLATFORMS
export const SHARE_PLATFORMS = Object.keys(PLATFORMS) as SharePlatform[]
