import type { FileFault } from '../../../shared/errors.ts'

/** What a file is that is no JPEG, PNG, GIF or WebP, by its first bytes: the person is told what to do about it. */
export function sniffRefused(bytes: Uint8Array): FileFault {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('%PDF-')) return 'pdf'
  if (head.slice(4, 8) === 'ftyp') return brandFault(head.slice(8, 64))
  const text = head.replace(/^\u00EF\u00BB\u00BF/, '').trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)) return 'svg'
  if (/^<(?:!doctype html|html|head|body|script)[\s>]/i.test(text)) return 'web-page'
  return 'type'
}

/** ISO/IEC 14496-12: the brands at the start of the file. */
function brandFault(brands: string): FileFault {
  if (/heic|heix|hevc|heim|heis|mif1|msf1/.test(brands)) return 'heic'
  return /avif|avis/.test(brands) ? 'type' : 'film'
}
