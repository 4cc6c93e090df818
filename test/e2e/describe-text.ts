interface Shape {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: Shape[]
}

/** A text of the editor in lines a person can compare: a block per line, its depth as indent, marks in angle brackets. */
export function describeText(doc: Shape): string {
  return (doc.content ?? []).flatMap((block) => lines(block, 0)).join('\n')
}

const SAID: Readonly<Record<string, (value: unknown) => string | null>> = {
  level: (value) => (typeof value === 'number' ? String(value) : null),
  start: (value) => (typeof value === 'number' && value !== 1 ? `from ${value}` : null),
  dir: (value) => (typeof value === 'string' ? value : null),
  alt: (value) => (typeof value === 'string' && value !== '' ? `“${value}”` : null),
}

function lines(node: Shape, depth: number): string[] {
  const said = Object.entries(node.attrs ?? {}).flatMap(([name, value]) => SAID[name]?.(value) ?? [])
  const head = '  '.repeat(depth) + [node.type, ...said].join(' ')
  const content = node.content ?? []
  const isText = content.some(({ type }) => type === 'text' || type === 'hardBreak')
  if (!isText) return [head, ...content.flatMap((child) => lines(child, depth + 1))]
  return [`${head}: ${content.map(inline).join('')}`]
}

function inline({ type, text, marks = [] }: Shape): string {
  if (type !== 'text') return type === 'hardBreak' ? '⏎' : `[${type}]`
  return marks.reduceRight((inner, mark) => {
    const href = mark.attrs?.['href']
    return `<${mark.type}${typeof href === 'string' ? ` ${href}` : ''}>${inner}</>`
  }, text ?? '')
}
