import { htmlTree, isTag, writeHtmlTree, type HtmlTag, type HtmlTree } from './html-tree.ts'

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br button cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
/** Text in these gets its paragraphs too. */
const HOLDS_PARAGRAPHS = new Set(['blockquote', 'div', 'section', 'article', 'aside', 'main', 'header', 'footer'])

export const isInline = (node: HtmlTree): boolean => typeof node === 'string' || INLINE.has(node.name)

/** Classic text gets its paragraphs from its blank lines and its breaks from its line ends, as WordPress does it in the main (wpautop). */
export function classicParagraphs(html: string): string {
  return html.trim() === '' ? '' : writeHtmlTree(withParagraphs(htmlTree(html.replaceAll(/\r\n?/g, '\n')))).trim()
}

function withParagraphs(nodes: readonly HtmlTree[]): HtmlTree[] {
  const blocks: HtmlTree[] = []
  let paragraph: HtmlTree[] = []
  const end = (): void => {
    const children = trimmed(paragraph)
    if (children.length > 0) blocks.push(tag('p', children.flatMap(withBreaks)), '\n')
    paragraph = []
  }
  for (const node of nodes) {
    if (typeof node === 'string') {
      const [first = '', ...others] = node.split(/\n[ \t]*\n\s*/)
      paragraph.push(first)
      for (const part of others) {
        end()
        paragraph.push(part)
      }
    } else if (isInline(node)) paragraph.push(node)
    else {
      end()
      blocks.push(HOLDS_PARAGRAPHS.has(node.name) ? { ...node, children: withParagraphs(node.children) } : node, '\n')
    }
  }
  end()
  return blocks
}

const tag = (name: string, children: HtmlTree[]): HtmlTag => ({ name, attributes: new Map(), children })

function trimmed(nodes: readonly HtmlTree[]): HtmlTree[] {
  const rest = nodes.filter((node) => node !== '')
  const [first] = rest
  if (typeof first === 'string') rest[0] = first.trimStart()
  const last = rest.at(-1)
  if (typeof last === 'string') rest[rest.length - 1] = last.trimEnd()
  return rest.every((node) => typeof node === 'string' && node.trim() === '') ? [] : rest
}

/** A line end beside a `<br>` that stands there is no second one. */
function withBreaks(node: HtmlTree, index: number, siblings: readonly HtmlTree[]): HtmlTree[] {
  if (typeof node !== 'string') return [node]
  const before = isTag(siblings[index - 1], 'br') ? node.replace(/^\s*\n/, '') : node
  const lines = before.split('\n')
  return lines.flatMap((line, at): HtmlTree[] => (at === 0 ? [line] : [tag('br', []), line]))
}
