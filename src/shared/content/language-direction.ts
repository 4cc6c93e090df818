import type { TextDirection } from './document.ts'

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv'])

/** The direction a language is written in by custom; a person or a page may say otherwise. */
export function languageDirection(tag: string): TextDirection {
  return RIGHT_TO_LEFT.has(tag.split(/[-_]/)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
