import { escapeAttribute, escapeText } from '../escape-html.ts'
import { NEUTRAL_STYLE } from './neutral-style.ts'

export interface PageFields {
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  /** Under the title: who, when. */
  byline: string
  excerpt: string
}

/** One page that stands by itself: no script, nothing fetched, in a style that suits screen and paper. */
export function htmlPage(body: string, { title, language, direction, byline, excerpt }: PageFields): string {
  const lang = language === '' ? '' : ` lang="${escapeAttribute(language)}"`
  const description =
    excerpt === '' ? '' : `\n<meta name="description" content="${escapeAttribute(excerpt.replaceAll(/\s+/g, ' '))}">`
  return `<!doctype html>
<html${lang} dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">${description}
<title>${escapeText(title)}</title>
<style>${NEUTRAL_STYLE}@page { margin: 20mm 18mm; } body { margin: 0; background: #f4f1ea; }</style>
</head>
<body>
<article class="attache-page">
<header class="attache-head"><h1 dir="auto">${escapeText(title)}</h1>${byline === '' ? '' : `\n<p class="attache-byline">${escapeText(byline)}</p>`}</header>
${body}
</article>
</body>
</html>
`
}
