import { t } from '../../words/t.ts'
import type { Fix, Where } from './finding.ts'
import type { TextBlock } from './readable-post.ts'

/** The place of some words, wherever they are written. */
export function placeOf(block: TextBlock, from: number, to: number): Where {
  switch (block.holder) {
    case 'text':
      return { in: 'text', path: block.path, from, to }
    case 'title':
    case 'excerpt':
      return { in: block.holder }
    case 'source':
    case 'beside':
      return { in: 'block', path: block.path, ...(block.field && { field: block.field }) }
  }
}

/** Puts other words in their place. */
export function replacing(block: TextBlock, from: number, to: number, text: string, label: string): Fix {
  const expected = block.text.slice(from, to)
  const whole = block.text.slice(0, from) + text + block.text.slice(to)
  switch (block.holder) {
    case 'text':
      return { label, change: { kind: 'replace-text', path: block.path, from, to, expected, text } }
    case 'title':
    case 'excerpt':
      return { label, change: { kind: 'replace-field', field: block.holder, expected: block.text, text: whole } }
    case 'source':
      return { label: t('Show it'), change: { kind: 'go', where: placeOf(block, from, to) } }
    case 'beside':
      return { label, change: { kind: 'set-attributes', path: block.path, attrs: { [block.field ?? '']: whole } } }
  }
}

/** Some words before and after, so that the same slip elsewhere is another finding. */
export const around = (block: TextBlock, from: number, to: number): string =>
  block.text.slice(Math.max(0, from - 24), to + 24)

/** Words of a person inside a sentence of the desk, which has its own quotation marks; cut where they are long. */
export function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line
}

/** In a fingerprint, where the marks are the same in every language. */
export const quoted = (text: string): string => `“${excerptOf(text)}”`
