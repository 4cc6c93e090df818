import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The patterns of an unpacked WordPress's Twenty Twenty-Five as plain block markup, by file name. */
export function themePatterns(wordpressFolder: string): Map<string, string> {
  const folder = join(wordpressFolder, 'wordpress/wp-content/themes/twentytwentyfive/patterns')
  const names = readdirSync(folder).filter((name) => name.endsWith('.php'))
  return new Map(names.map((name) => [name, plainMarkup(readFileSync(join(folder, name), 'utf8'))]))
}

/** Patterns are PHP that does nothing but say words in the site's language and where the theme is. */
const plainMarkup = (php: string): string =>
  php
    .replace(/<\?php(.*?)\?>\n?/gs, (whole: string, code: string) => {
      if (/^\s*\/\*\*/.test(code)) return ''
      return wordsOf(code) + (whole.endsWith('\n') ? '\n' : '')
    })
    .trim()

function wordsOf(code: string): string {
  const words = /(['"])((?:\\.|(?!\1).)*)\1/s.exec(code)?.[2]?.replace(/\\(.)/gs, '$1') ?? ''
  if (code.includes('get_template_directory_uri')) return `https://example.org/theme${words}`
  return code.includes('wp_kses_post')
    ? words
    : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
