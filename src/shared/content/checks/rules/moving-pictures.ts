import { isTranscriptOpen } from '../../captions/transcript.ts'
import { t } from '../../../words/t.ts'
import type { Check, CheckContext } from '../check.ts'
import { hostOfAddress } from '../host-of-address.ts'
import type { Notice } from '../finding.ts'
import type { LooseNode, ReadablePost } from '../readable-post.ts'

const MOVING = new Set(['video', 'audio'])
/** Embeds with a voice: readers who cannot hear them need the words as well. */
const SOUNDING_HOSTS =
  /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|soundcloud\.com|spotify\.com|ted\.com|videopress\.com|tiktok\.com)$/u
/** How far after it a transcript still belongs to it. */
const NEAR_BLOCKS = 4

/**
 * Why: whoever is deaf, sits in a loud car or pays by the megabyte reads instead. Source: WCAG 2.2, 1.2.1 and 1.2.2 (level A). Captions count,
 * and so does any block soon after it that names itself a transcript (the words are in the packs: `vocabulary.transcript`).
 */
export const soundWithoutWords: Check = {
  id: 'sound-without-words',
  fine: () => t('What sounds or moves has captions or a transcript'),
  isAbout: (post) => post.blocks.some(({ type }) => MOVING.has(type)),
  *look(post, context) {
    for (const { path, type, attrs } of post.blocks) {
      const address = typeof attrs['url'] === 'string' ? attrs['url'] : ''
      if (!MOVING.has(type) && !(type === 'embed' && sounds(address))) continue
      if (Array.isArray(attrs['tracks']) && attrs['tracks'].some(isCaptions)) continue
      if (isTranscribed(post, path, context)) continue
      yield notice(type, address, path)
    }
  },
}

function notice(type: string, address: string, path: number[]): Notice {
  return {
    sentence:
      type === 'audio'
        ? t('The recording has no transcript after it.')
        : t('The video has neither captions nor a transcript after it.'),
    why: t(
      'Readers who cannot hear it, or may not play it where they are, get nothing. “Captions and transcript…” on it takes a caption file and puts the words under it.',
    ),
    where: { in: 'block', path },
    fixes: [{ label: t('Show it'), change: { kind: 'go', where: { in: 'block', path } } }],
    about: address,
  }
}

/** A track of descriptions or chapters says nothing of what is heard. WordPress leaves its own default, subtitles, unsaid. */
const isCaptions = (track: { kind?: unknown }): boolean =>
  track.kind === undefined || track.kind === '' || track.kind === 'captions' || track.kind === 'subtitles'

const sounds = (address: string): boolean => SOUNDING_HOSTS.test(hostOfAddress(address))

function isTranscribed(post: ReadablePost, path: number[], { vocabulary }: CheckContext): boolean {
  const words = vocabulary.get('transcript') ?? []
  const [first = 0] = path
  return post.top.slice(Math.max(0, first - 1), first + NEAR_BLOCKS + 1).some((node) => {
    const text = wordsOf(node).toLowerCase()
    return isOurTranscript(node) || words.some((word) => text.includes(word))
  })
}

const isOurTranscript = ({ attrs, content }: LooseNode): boolean =>
  (typeof attrs?.['open'] === 'string' && isTranscriptOpen(attrs['open'])) || (content ?? []).some(isOurTranscript)

/** Enough of a block to know it by: a transcript says so at its beginning. */
function wordsOf(node: LooseNode): string {
  const source = node.attrs?.['source']
  const caption = node.attrs?.['caption']
  const open = node.attrs?.['open']
  // The words that unfold a fold-out stand in its beginning.
  const shown = typeof open === 'string' ? open.replaceAll(/<!--[^]*?-->|<[^>]*>/g, ' ').trim() : ''
  const own = [node.text, caption, shown, node.type === 'opaque' ? source : '']
    .filter((part) => typeof part === 'string')
    .join(' ')
  return `${own} ${(node.content ?? []).slice(0, 4).map(wordsOf).join(' ')}`.slice(0, 400)
}
