/**
 * How a post looks where no theme is: for exported pages, for paper and for the preview without one. Written for the
 * classes WordPress itself gives its blocks. Logical properties only, so that right-to-left mirrors by itself.
 */
export const NEUTRAL_STYLE = `
.attache-page { box-sizing: border-box; max-inline-size: 42rem; margin-inline: auto; padding: 2rem 1.25rem 4rem; color: #1b1f27;
  background: #fffdf9; font-family: "Source Serif 4 Variable", "Vazirmatn Variable", Georgia, "Noto Serif", "Noto Naskh Arabic Variable", serif;
  font-size: 1.125rem; line-height: 1.65; overflow-wrap: break-word; }
.attache-page:is([dir="rtl"], [dir="rtl"] *) { line-height: 1.9; }
.attache-page > .attache-head { margin-block-end: 2rem; }
.attache-page h1, .attache-page h2, .attache-page h3, .attache-page h4, .attache-page h5, .attache-page h6 { line-height: 1.25; margin-block: 1.6em 0.5em; text-wrap: balance; }
.attache-page h1 { font-size: 2rem; } .attache-page h2 { font-size: 1.5rem; } .attache-page h3 { font-size: 1.25rem; }
.attache-page > .attache-head h1 { margin-block: 0 0.3em; }
.attache-byline { color: #545c6b; font-size: 0.9rem; margin: 0; }
.attache-page p { margin-block: 0 1em; }
.attache-page a { color: #1d4f91; }
.attache-page img, .attache-page video { max-inline-size: 100%; block-size: auto; border-radius: 4px; }
.attache-page figure { margin-inline: 0; margin-block: 1.5em; }
.attache-page figcaption { color: #545c6b; font-size: 0.85rem; line-height: 1.4; margin-block-start: 0.5em; }
.attache-page blockquote { margin-inline: 0; margin-block: 1.5em; padding-inline-start: 1.25em; border-inline-start: 3px solid #ddd6c8; }
.attache-page cite { color: #545c6b; font-size: 0.9rem; font-style: normal; }
.attache-page .wp-block-pullquote { text-align: center; font-size: 1.25rem; border-block: 2px solid #ddd6c8; padding-block: 1em; }
.attache-page .wp-block-pullquote blockquote { border: 0; padding: 0; margin: 0; }
.attache-page table { border-collapse: collapse; inline-size: 100%; font-size: 0.95rem; }
.attache-page th, .attache-page td { border: 1px solid #ddd6c8; padding: 0.4em 0.6em; text-align: start; vertical-align: top; }
.attache-page thead { border-block-end: 2px solid #b8ae9a; }
.attache-page pre { overflow-x: auto; white-space: pre-wrap; background: #f4f1ea; padding: 1em; border-radius: 4px; font-size: 0.85rem; line-height: 1.5; direction: ltr; text-align: start; }
.attache-page .wp-block-verse { background: none; padding: 0; font: inherit; direction: inherit; }
.attache-page hr { border: 0; border-block-start: 1px solid #ddd6c8; margin-block: 2.5em; }
.attache-page ul, .attache-page ol { padding-inline-start: 1.6em; }
.attache-page .wp-block-footnotes { border-block-start: 1px solid #ddd6c8; padding-block-start: 1em; margin-block-start: 3em; font-size: 0.9rem; }
.attache-page sup { line-height: 0; }
.attache-page .wp-block-columns { display: flex; flex-wrap: wrap; gap: 1.5rem; }
.attache-page .wp-block-column { flex: 1 1 12rem; min-inline-size: 0; }
.attache-page .wp-block-gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.75rem; }
.attache-page .wp-block-gallery > figure { margin: 0; } .attache-page .wp-block-gallery > figcaption { grid-column: 1 / -1; }
.attache-page .wp-block-media-text { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; align-items: center; }
.attache-page .wp-block-buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block: 1.5em; }
.attache-page .wp-block-button__link { display: inline-block; background: #1d4f91; color: #fff; padding: 0.5em 1.2em; border-radius: 999px; text-decoration: none; }
.attache-page .wp-block-embed__wrapper, .attache-page .attache-placeholder { border: 1px dashed #b8ae9a; border-radius: 4px; padding: 1em; color: #545c6b; font-size: 0.9rem; text-align: center; }
.attache-page .wp-block-embed__wrapper p { margin: 0; }
.attache-page .alignleft { float: inline-start; margin-inline-end: 1.5em; max-inline-size: 50%; }
.attache-page .alignright { float: inline-end; margin-inline-start: 1.5em; max-inline-size: 50%; }
.attache-page .aligncenter, .attache-page .has-text-align-center { text-align: center; margin-inline: auto; }
.attache-page .has-text-align-left { text-align: start; } .attache-page .has-text-align-right { text-align: end; }
.attache-page .update-note { border-inline-start: 3px solid #1d4f91; padding-inline-start: 1em; }
.attache-page .interview-question { font-weight: 600; }
.attache-page .screen-reader-text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@media print {
  .attache-page { max-inline-size: none; padding: 0; background: none; font-size: 11pt; line-height: 1.5; }
  .attache-page h1, .attache-page h2, .attache-page h3, .attache-page h4 { break-after: avoid; }
  .attache-page figure, .attache-page tr, .attache-page blockquote { break-inside: avoid; }
  .attache-page a { color: inherit; }
  .attache-page img { max-block-size: 200mm; }
}
`
