import type { HostilePost } from './hostile-blog.ts'
import { someHtmls } from './payloads/payloads.ts'

/** One post per way in which the editor shows what a blog holds. */
export function hostilePosts(leak: string): HostilePost[] {
  const htmls = someHtmls(leak)
  const attribute = `&quot;&gt;&lt;img src=x onerror=pwn()&gt;`
  const block = (name: string, html: string, json = ''): string =>
    `<!-- wp:${name} ${json}-->\n${html}\n<!-- /wp:${name} -->`
  const links = htmls.filter((html) => html.startsWith('<a href='))
  return [
    { title: 'Classic <script>pwn()</script>', content: htmls.join('\n\n') },
    { title: 'Blocks <img src=x onerror=pwn()>', content: htmls.map((html) => block('html', html)).join('\n\n') },
    {
      title: 'Paragraphs "\'><svg onload=pwn()>',
      content: htmls.map((html) => block('paragraph', `<p>${html}</p>`)).join('\n\n'),
    },
    {
      title: 'Links javascript:pwn()',
      content: links.map((html) => block('paragraph', `<p>${html}</p>`)).join('\n\n'),
    },
    {
      title: 'Pictures \u202E{{pwn()}}',
      content: [leak, 'javascript:pwn()', 'data:image/svg+xml,<svg onload=pwn()>']
        .map((src) =>
          block(
            'image',
            `<figure class="wp-block-image"><img src="${src.replaceAll('<', '&lt;')}" alt="${attribute}"/><figcaption class="wp-element-caption">${attribute}</figcaption></figure>`,
          ),
        )
        .join('\n\n'),
    },
    {
      title: 'Names',
      content: [
        block('evil/" onload="pwn()', 'x'),
        block(
          'quote',
          `<blockquote class="wp-block-quote">${block('paragraph', '<p>x</p>')}<cite>${attribute}</cite></blockquote>`,
        ),
        block('code', `<pre class="wp-block-code"><code>${attribute}</code></pre>`),
        block('heading', `<h2 class="wp-block-heading">${attribute}</h2>`),
        block('paragraph', '<p dir="rtl">x</p>', '{"direction":"rtl\\u0022 onload=pwn()"} '),
      ].join('\n\n'),
    },
  ]
}
