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
  fine: 'What sounds or moves has captions or a transcript',
  isAbout: (post) => post.blocks.some(({ type }) => MOVING.has(type)),
  *look(post, context) {
    for (const { path, type, attrs } of post.blocks) {
      const address = typeof attrs['url'] === 'string' ? attrs['url'] : ''
      if (!MOVING.has(type) && !(type === 'embed' && sounds(address))) continue
      if (Array.isArray(attrs['tracks']) && attrs['tracks'].length > 0) continue
      if (isTranscribed(post, path, context)) continue
      yield notice(type, address, path)
    }
  },
}

function notice(type: string, address: string, path: number[]): Notice {
  const what = type === 'audio' ? 'The recording' : 'The video'
  return {
    sentence: `${what} has ${type === 'audio' ? 'no transcript' : 'neither captions nor a transcript'} after it.`,
    why: 'Readers who cannot hear it, or may not play it where they are, get nothing. Put the words under it, beneath a heading that says “Transcript”.',
    where: { in: 'block', path },
    fixes: [{ label: 'Show it', change: { kind: 'go', where: { in: 'block', path } } }],
    about: address,
  }
}

const sounds = (address: string): boolean => SOUNDING_HOSTS.test(hostOfAddress(address))

function isTranscribed(post: ReadablePost, path: number[], { vocabulary }: CheckContext): boolean {
  const words = vocabulary.get('transcript') ?? []
  const [first = 0] = path
  return post.top
    .slice(Math.max(0, first - 1), first + NEAR_BLOCKS + 1)
    .map((node) => wordsOf(node).toLowerCase())
    .some((text) => words.some((word) => text.includes(word)))
}

/** Enough of a block to know it by: a transcript says so at its beginning. */
function wordsOf(node: LooseNode): string {
  const source = node.attrs?.['source']
  const caption = node.attrs?.['caption']
  const own = [node.text, caption, node.type === 'opaque' ? source : '']
    .filter((part) => typeof part === 'string')
    .join(' ')
  return `${own} ${(node.content ?? []).slice(0, 4).map(wordsOf).join(' ')}`.slice(0, 400)
}
