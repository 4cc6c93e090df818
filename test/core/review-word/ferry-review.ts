import { markupToDocument } from '../../../src/shared/content/markup-to-document.ts'
import type { UtcIso } from '../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import type { ReviewNote } from '../../../src/shared/domain/review-file.ts'

/** A text with most of what a post has, and what two reviewers made of it. */
export const given = post(
  'The ferry at Can Tho',
  paragraph('It leaves at six, from <a href="https://example.org/quay#north">the quay</a>, and never waits.'),
  heading(2, 'Before you go'),
  list('Take bread with you.', 'Take a hat.', 'Leave your shoes.'),
  paragraph('This paragraph says nothing that the others do not say.'),
  table(['Monday', 'six'], ['Sunday', 'never']),
  quote('I have never seen it wait.', 'A captain'),
  paragraph('العبّارة تغادر في السادسة صباحا من المرسى.'),
  '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->',
  '<!-- wp:poll/question {"id":7} /-->',
  paragraph('A paragraph that will stand elsewhere, with <em>a word</em> in it.'),
  paragraph('The end.'),
)

export const proposed = post(
  'The morning ferry at Can Tho',
  paragraph('A paragraph that will stand elsewhere, with <em>a word</em> in it.'),
  paragraph(
    'It leaves at <strong>seven</strong>, from <a href="https://example.org/quay#north">the quay</a>, and <strong>never</strong> waits.',
  ),
  heading(3, 'Before you go'),
  list('Take rice with you.', 'Take a hat.', 'Take a second hat.', 'Leave your shoes.'),
  table(['Monday', 'seven'], ['Friday', 'eight'], ['Sunday', 'never']),
  quote('I have never seen it wait.', 'The captain'),
  paragraph('العبّارة تغادر في السابعة صباحا من المرسى.'),
  '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->',
  '<!-- wp:poll/question {"id":7} /-->',
  paragraph('The end.'),
  paragraph('And a word of thanks.'),
)

export const notes: ReviewNote[] = [
  {
    id: '7c1fd3a0-5a3c-4b9e-8a53-6f1d0b3c9e11',
    authorName: 'Mai',
    writtenAt: '2026-11-26T08:00:00.000Z' as UtcIso,
    words: 'Is that so?\nAsk at the quay.',
    anchor: {
      quote: 'waits',
      before: 'It leaves at seven, from the quay, and never ',
      after: '.',
      where: { in: 'text', path: [1], from: 45, to: 50 },
      type: 'paragraph',
    },
    replies: [
      {
        id: '7c1fd3a0-5a3c-4b9e-8a53-6f1d0b3c9e12',
        authorName: 'Ann',
        writtenAt: '2026-11-26T08:10:00.000Z' as UtcIso,
        words: 'I asked. It is.',
      },
    ],
    resolved: { by: 'Mai', at: '2026-11-26T08:20:00.000Z' as UtcIso },
  },
  {
    id: '7c1fd3a0-5a3c-4b9e-8a53-6f1d0b3c9e13',
    authorName: 'Quan',
    writtenAt: '2026-11-26T09:00:00.000Z' as UtcIso,
    words: 'On the whole: good.',
    anchor: null,
    replies: [],
    resolved: null,
  },
]

function post(title: string, ...blocks: string[]): PostWords {
  const document = markupToDocument(blocks.join('\n\n'))
  return { title, document, excerpt: '', language: 'en', direction: 'ltr', categoryIds: [], tags: [], shareLines: [] }
}

function paragraph(html: string): string {
  return `<!-- wp:paragraph -->\n<p>${html}</p>\n<!-- /wp:paragraph -->`
}
function heading(level: number, html: string): string {
  const attributes = level === 2 ? '' : ` {"level":${level}}`
  return `<!-- wp:heading${attributes} -->\n<h${level} class="wp-block-heading">${html}</h${level}>\n<!-- /wp:heading -->`
}
function list(...items: string[]): string {
  const each = items.map((item) => `<!-- wp:list-item -->\n<li>${item}</li>\n<!-- /wp:list-item -->`)
  return `<!-- wp:list -->\n<ul class="wp-block-list">${each.join('\n\n')}</ul>\n<!-- /wp:list -->`
}
function table(...rows: string[][]): string {
  const each = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return `<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody>${each.join('')}</tbody></table></figure>\n<!-- /wp:table -->`
}
function quote(words: string, citation: string): string {
  return `<!-- wp:quote -->\n<blockquote class="wp-block-quote">${paragraph(words)}<cite>${citation}</cite></blockquote>\n<!-- /wp:quote -->`
}
