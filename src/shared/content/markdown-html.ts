import { Marked, Parser, type Token, type Tokens } from 'marked'
import type { PictureNode } from './document.ts'
import { escapeText } from './escape-html.ts'
import { htmlToText } from './html-to-text.ts'

/**
 * Markdown as tokens and tokens as HTML. Pictures never become HTML: their alternative text stands for them and they wait
 * in `takePictures`, because on a blog a picture is a block of its own.
 */
export class MarkdownHtml {
  readonly #marked: Marked
  #pictures: PictureNode[] = []

  constructor() {
    this.#marked = new Marked({
      renderer: {
        image: (token) => {
          const picture = this.picture(token)
          this.#pictures.push(picture)
          return escapeText(picture.attrs.alt)
        },
      },
    })
  }

  tokens(markdown: string): Token[] {
    return this.#marked.lexer(markdown)
  }

  inline(tokens: Token[]): string {
    return Parser.parseInline(tokens, this.#marked.defaults)
  }

  block(token: Token): string {
    return Parser.parse([token], this.#marked.defaults).trim()
  }

  /** The picture's `url` is the path or address as it is written. */
  picture(token: Tokens.Image): PictureNode {
    const alt = htmlToText(this.inline(token.tokens))
    const caption = htmlToText((token.title ?? '').replaceAll('<', '&lt;'))
    return {
      type: 'picture',
      attrs: { mediaId: null, remoteId: null, url: token.href, alt, caption, source: null },
    }
  }

  /** The pictures met since the last call. */
  takePictures(): PictureNode[] {
    const pictures = this.#pictures
    this.#pictures = []
    return pictures
  }
}
