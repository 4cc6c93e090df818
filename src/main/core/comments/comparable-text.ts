/** Letters and digits only, so that the blog's own typography (curly quotes, paragraphs) makes no difference. */
export const comparableText = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(#\d+|#x[0-9a-f]+|\w+);/gi, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Where its links lead, as comparable as its words: blogs write an ampersand in several ways. */
export const comparableLinks = (html: string): string[] =>
  [...html.matchAll(/<a\s[^<>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, double, single]) =>
    comparableText(double ?? single ?? ''),
  )
