import { NEUTRAL_STYLE } from '../../../../shared/content/interchange/neutral-style.ts'
import { SITE_ROOT } from './site-style.ts'

/** What holds in the preview whatever the theme says: the box, and what stands in for things that are not here. */
const FRAME_STYLE = `
:host { display: flow-root; background: #fffdf9; color: #1b1f27; color-scheme: light; }
.${SITE_ROOT} { container: ${SITE_ROOT} / inline-size; min-block-size: 100%; overflow: clip; overflow-wrap: break-word; text-align: start; }
.${SITE_ROOT} > .attache-site-body { padding: 2rem 1.25rem 4rem; }
.attache-link { color: #1d4f91; text-decoration: underline; cursor: default; }
.attache-placeholder { display: block; box-sizing: border-box; border: 1px dashed currentColor; border-radius: 4px; padding: 1rem; opacity: 0.75;
  font-size: 0.875rem; text-align: center; }
img { max-inline-size: 100%; block-size: auto; }
`

/** A theme lays its text out by widths of its own, which come from its settings; this is what they say most often. */
const SITE_DEFAULTS = `
.attache-site-body figure { margin: 0 0 1em; }
.attache-site-body > * { max-inline-size: var(--wp--style--global--content-size, 42rem); margin-inline: auto; }
.attache-site-body .alignwide, .attache-site-body .alignfull { max-inline-size: var(--wp--style--global--wide-size, 60rem); }
.attache-site-body .entry-content > * { margin-block: 0; }
.attache-site-body .entry-content > * + * { margin-block-start: var(--wp--style--block-gap, 1.2em); }
`

/** Room for a pen: doors are closed, and no device is let in. */
const NOTES_STYLE = `
.attache-page { line-height: 2.4; counter-reset: part; }
.attache-page .attache-words > :is(p, h1, h2, h3, h4, ul, ol, blockquote, figure) { counter-increment: part; position: relative; padding-inline-start: 2.5rem; }
.attache-page .attache-words > :is(p, h1, h2, h3, h4, ul, ol, blockquote, figure)::before { content: counter(part); position: absolute; inset-inline-start: 0;
  font: 0.7rem/2.4 sans-serif; color: #545c6b; }
.attache-page .attache-words > blockquote { margin-inline: 0; }
`

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

let made: { frame: CSSStyleSheet; neutral: CSSStyleSheet; defaults: CSSStyleSheet; notes: CSSStyleSheet } | null = null

/** Made once a preview is opened. */
export function previewSheets() {
  made ??= {
    frame: sheetOf(FRAME_STYLE),
    neutral: sheetOf(NEUTRAL_STYLE),
    defaults: sheetOf(SITE_DEFAULTS),
    notes: sheetOf(NOTES_STYLE),
  }
  return made
}
