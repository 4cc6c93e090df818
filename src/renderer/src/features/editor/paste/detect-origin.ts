import type { PasteOrigin } from './paste-report.ts'
import { LOOKS } from './quiet-styles.ts'

/** By the marks that each program leaves in its HTML; `web` for everything else. */
export function detectOrigin(root: ParentNode): PasteOrigin {
  const generator = root.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? ''
  if (/LibreOffice|OpenOffice/i.test(generator)) return 'libreoffice'
  if (root.querySelector('[id^="docs-internal-guid"], [class*="lst-kix"], a[href^="https://www.google.com/url?q="]'))
    return 'google-docs'
  if (root.querySelector('.OutlineElement, .TextRun, .NormalTextRun, [class*="SCXW"]')) return 'word-online'
  if (
    /Word|Outlook/i.test(generator) ||
    root.querySelector(`[class^="Mso"], [${LOOKS}*="mso-"], [class="WordSection1"]`)
  )
    return 'word'
  if (/Cocoa HTML Writer/i.test(generator) || root.querySelector('.Apple-dash-list, .Apple-converted-space, p.p1'))
    return 'apple'
  return 'web'
}
