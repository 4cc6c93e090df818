const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Paragraphs and line breaks as the blog will make them. */
export function htmlFromPlainText(text: string): string {
  const escaped = text.replaceAll(/[&<>]/g, (character) => escapes[character] ?? character)
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}

/** Letters and digits only, so that the blog's own typography (curly quotes, paragraphs) makes no difference. */
export const comparableText = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(#\d+|#x[0-9a-f]+|\w+);/gi, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
