/** Where a pasted element's `style` stands while it is read. */
export const LOOKS = 'data-desk-looks'
/** In which a pasted style element's text stands; the parser reads it as text, as it does that of `<style>`. */
export const STYLE_SHEET = 'xmp'

/**
 * The window's policy forbids styles, also in a document that shows nothing, and reports each to the console: 50,000 in a
 * long paste from Word. So they are renamed before anything parses them, and read as text afterwards.
 */
export function quietStyles(html: string): string {
  return html
    .replaceAll(/<(\/?)style\b/gi, `<$1${STYLE_SHEET}`)
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/([\s"'])style(?=\s*=)/gi, `$1${LOOKS}`))
}
