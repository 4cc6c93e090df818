import { escapeText } from './content/escape-html.ts'
import { isSpokenRightToLeft, spokenNow } from './words/spoken.ts'

/** On screen a sheet of paper, whatever the system's colours; on paper black on white. */
const PAPER = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.5rem; background: #fffdf9; color: #1b1f27; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font: 600 1.75rem/1.2 Georgia, 'Noto Naskh Arabic', serif; }
time { color: #545c6b; font-size: .875rem; font-variant-numeric: tabular-nums; }
@page { margin: 20mm 18mm; }
@media print { body { max-width: none; padding: 0; background: none; color: #000; } }
`

/**
 * A page in the program's own words that stands by itself, to be sent and printed. `body` is HTML whose every word was escaped; should one have
 * slipped through, the page runs and fetches nothing all the same.
 */
export function paperSheet({ title, style, body }: { title: string; style: string; body: string }): string {
  return `<!doctype html><html lang="${spokenNow().language}" dir="${isSpokenRightToLeft() ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title><style>${PAPER}${style}</style></head><body>
<h1 dir="auto">${escapeText(title)}</h1>
${body}
</body></html>`
}
