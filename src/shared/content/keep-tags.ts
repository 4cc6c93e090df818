import type { HtmlTree } from './interchange/html-tree.ts'

export interface KeptTags {
  tags: ReadonlySet<string>
  attributes: ReadonlySet<string>
}

/** What stands in these is no text of the writer's. */
const WITHOUT_WORDS = new Set(
  'annotation-xml audio head iframe math noembed noframes noscript script style svg template title video'.split(' '),
)
const PARTS_WORDS = new Set(
  'address article aside caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav option p section summary table td th tr'.split(
    ' ',
  ),
)

/** A tree with these tags and attributes only; of every other element its words stay, unless it is one whose content nobody reads. */
export function keepTags(nodes: readonly HtmlTree[], kept: KeptTags): HtmlTree[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node]
    const { name } = node
    if (WITHOUT_WORDS.has(name)) return []
    const children = keepTags(node.children, kept)
    if (!kept.tags.has(name)) return PARTS_WORDS.has(name) ? [' ', ...children, ' '] : children
    const attributes = new Map([...node.attributes].filter(([attribute]) => kept.attributes.has(attribute)))
    return [{ name, attributes, children }]
  })
}
