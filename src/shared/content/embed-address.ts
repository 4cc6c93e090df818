import { t } from '../words/t.ts'
/** What an address would show inside a post, in WordPress's own words for it and in a person's. */
interface Embed {
  provider: string
  embedType: string
  aspect: string | null
  /** As people call the place. */
  name: string
}

/** The providers of WordPress 7.1 that a blog of this kind meets; any other address goes as an embed without a provider. */
const PROVIDERS: readonly { hosts: readonly string[]; provider: string; embedType: string; name: string }[] = [
  {
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    provider: 'youtube',
    embedType: 'video',
    name: 'YouTube',
  },
  { hosts: ['vimeo.com'], provider: 'vimeo', embedType: 'video', name: 'Vimeo' },
  { hosts: ['dailymotion.com', 'dai.ly'], provider: 'dailymotion', embedType: 'video', name: 'Dailymotion' },
  { hosts: ['ted.com'], provider: 'ted', embedType: 'video', name: 'TED' },
  { hosts: ['wordpress.tv'], provider: 'wordpress-tv', embedType: 'video', name: 'WordPress.tv' },
  { hosts: ['videopress.com'], provider: 'videopress', embedType: 'video', name: 'VideoPress' },
  { hosts: ['tiktok.com'], provider: 'tiktok', embedType: 'video', name: 'TikTok' },
  { hosts: ['twitter.com', 'x.com'], provider: 'twitter', embedType: 'rich', name: 'X' },
  { hosts: ['bsky.app'], provider: 'bluesky', embedType: 'rich', name: 'Bluesky' },
  { hosts: ['soundcloud.com'], provider: 'soundcloud', embedType: 'rich', name: 'SoundCloud' },
  { hosts: ['open.spotify.com'], provider: 'spotify', embedType: 'rich', name: 'Spotify' },
  { hosts: ['mixcloud.com'], provider: 'mixcloud', embedType: 'rich', name: 'Mixcloud' },
  { hosts: ['flickr.com', 'flic.kr'], provider: 'flickr', embedType: 'photo', name: 'Flickr' },
  { hosts: ['issuu.com'], provider: 'issuu', embedType: 'rich', name: 'Issuu' },
  { hosts: ['scribd.com'], provider: 'scribd', embedType: 'rich', name: 'Scribd' },
  { hosts: ['reddit.com'], provider: 'reddit', embedType: 'rich', name: 'Reddit' },
]

const WIDE = '16-9'

/** An address that is none is an embed all the same, while somebody is still typing it. */
export function embedOf(url: string): Embed {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:\s]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const known = PROVIDERS.find(({ hosts }) => hosts.some((name) => host === name || host.endsWith(`.${name}`)))
  if (!known) return { provider: '', embedType: '', aspect: null, name: host === '' ? t('Embed') : host }
  const { provider, embedType, name } = known
  return { provider, embedType, name, aspect: embedType === 'video' && provider !== 'tiktok' ? WIDE : null }
}
