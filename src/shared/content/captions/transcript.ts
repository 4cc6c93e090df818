import type { ContainerNode, ParagraphNode } from '../document.ts'
import { escapeText } from '../escape-html.ts'
import type { Cue } from './read-captions.ts'

/** So long a silence begins something new. */
const PAUSE_MS = 3000
/** A sentence that ends behind this many characters ends its paragraph. */
const LONG_PARAGRAPH = 500

interface Spoken {
  voice: string
  text: string
}

/** What is said, to be read: a paragraph for each voice and each silence, without times. */
export function transcriptOf(cues: readonly Cue[]): string[] {
  const paragraphs: Spoken[] = []
  let lastEndMs = 0
  let lastLine = ''
  for (const { startMs, endMs, text } of cues) {
    for (const { voice, text: line } of spokenIn(text)) {
      // Captions that roll up show each line twice.
      if (line === '' || line === lastLine) continue
      const open = paragraphs.at(-1)
      const goesOn = voice === '' || voice === open?.voice
      if (open && goesOn && startMs - lastEndMs < PAUSE_MS && !isFull(open.text)) open.text += ` ${line}`
      else paragraphs.push({ voice, text: voice !== '' && voice !== open?.voice ? `${voice}: ${line}` : line })
      lastLine = line
      lastEndMs = endMs
    }
  }
  return paragraphs.map(({ text }) => text)
}

const isFull = (text: string): boolean => text.length > LONG_PARAGRAPH && /[.!?…。！？؟۔]["'”’»)]?$/u.test(text)

/** A cue's lines by voice: `<v Lan>`. One that names none goes on with the voice before. */
function spokenIn(text: string): Spoken[] {
  const spoken: Spoken[] = []
  let voice = ''
  for (const part of text.split(/(<v(?:\.[^\s>]*)?[ \t][^>]*>|<\/v>)/)) {
    const opened = /^<v(?:\.[^\s>]*)?[ \t]([^>]*)>$/.exec(part)
    if (opened) voice = plain(opened[1] ?? '')
    else if (part === '</v>') voice = ''
    else for (const line of part.split('\n')) spoken.push({ voice, text: plain(line) })
  }
  return spoken
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', lrm: '\u200E', rlm: '\u200F' }

const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .trim()

/** What a reader presses to unfold it, in the language of the post. */
const SUMMARIES: Record<string, string> = {
  ar: 'النص الكامل',
  de: 'Transkript',
  en: 'Transcript',
  es: 'Transcripción',
  fa: 'متن کامل',
  fr: 'Transcription',
  pt: 'Transcrição',
  ru: 'Расшифровка',
  ur: 'مکمل متن',
  vi: 'Bản ghi lời',
  zh: '文字稿',
}

export const transcriptSummary = (language: string): string =>
  SUMMARIES[language.toLowerCase().split('-')[0] ?? ''] ?? 'Transcript'

/** Whether a fold-out that begins so is one of ours. */
export const isTranscriptOpen = (open: string): boolean =>
  open.startsWith('<!-- wp:details') &&
  Object.values(SUMMARIES).some((summary) => open.includes(`<summary>${escapeText(summary)}</summary>`))

/** As the block editor of WordPress 7.1 writes a fold-out; blogs before 6.3 show it as well, their editors as plain HTML. */
export function transcriptBlock(text: string, language: string): ContainerNode {
  const summary = escapeText(transcriptSummary(language))
  return {
    type: 'container',
    attrs: {
      blockName: 'core/details',
      open: `<!-- wp:details -->\n<details class="wp-block-details"><summary>${summary}</summary>`,
      close: '</details>\n<!-- /wp:details -->',
      source: null,
    },
    content: text
      .split(/\n\s*\n|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): ParagraphNode => ({
        type: 'paragraph',
        attrs: { dir: null, source: null },
        content: [{ type: 'text', text: line }],
      })),
  }
}
