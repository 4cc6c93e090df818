import { openZip } from '../../../src/main/core/interchange/read-zip.ts'
import { writeZip } from '../../../src/main/core/interchange/write-zip.ts'
import { child, findTag, tagsOf, wordTree, type WordTag } from '../../../src/main/core/review-word/word-tree.ts'

const LIMITS = { parts: 100, partBytes: 1e8, wholeBytes: 1e8, ratio: 1e6 }

/** What Word does to a file, by the book (ECMA-376, 17.13.5), on its XML: without the code that reads such files. */
export const acceptAll = (bytes: Uint8Array): Uint8Array =>
  settled(bytes, ['w:ins', 'w:moveTo'], ['w:del', 'w:moveFrom'])
export const rejectAll = (bytes: Uint8Array): Uint8Array =>
  settled(bytes, ['w:del', 'w:moveFrom'], ['w:ins', 'w:moveTo'])

/** Every part of a file, with some changed. */
export function withParts(bytes: Uint8Array, change: (xml: string, name: string) => string): Uint8Array {
  const zip = openZip(bytes, LIMITS)
  return writeZip(
    zip.names().map((name) => {
      const part = Buffer.from(zip.read(name) ?? [])
      const text = /\.(?:xml|rels)$/.test(name) ? change(part.toString('utf8'), name) : null
      return { name, bytes: text === null ? part : Buffer.from(text, 'utf8') }
    }),
  )
}

export const partOf = (bytes: Uint8Array, name: string): string =>
  Buffer.from(openZip(bytes, LIMITS).read(name) ?? []).toString('utf8')

function settled(bytes: Uint8Array, kept: readonly string[], dropped: readonly string[]): Uint8Array {
  return withParts(bytes, (xml, name) => {
    if (!/^word\/(?:document|footnotes)\.xml$/.test(name)) return xml
    const isAccepted = kept.includes('w:ins')
    return written(withoutChanges(wordTree(xml), kept, dropped, isAccepted))
  })
}

function withoutChanges(
  tag: WordTag,
  kept: readonly string[],
  dropped: readonly string[],
  isAccepted: boolean,
): WordTag {
  const children: WordTag['children'] = []
  let open: WordTag | null = null
  for (const each of tag.children) {
    if (typeof each === 'string') {
      children.push(each)
      continue
    }
    if (each.name === 'w:tr' && tagsOf(child(each, 'w:trPr') ?? each).some(({ name }) => dropped.includes(name)))
      continue
    if (kept.includes(each.name)) {
      children.push(...withoutChanges(each, kept, dropped, isAccepted).children)
      continue
    }
    if (dropped.includes(each.name)) continue
    if (each.name === 'w:pPrChange' || each.name === 'w:rPrChange') continue
    if ((each.name === 'w:pPr' || each.name === 'w:rPr') && !isAccepted) {
      const change = child(each, `${each.name}Change`)
      const old = change && child(change, each.name)
      if (old) {
        const mark = each.name === 'w:pPr' ? tagsOf(each).filter(({ name }) => name === 'w:rPr') : []
        children.push({ ...old, children: [...old.children, ...mark] })
        continue
      }
    }
    const next = withoutChanges(renamed(each), kept, dropped, isAccepted)
    if (each.name !== 'w:p') {
      if (each.name === 'w:tbl') open = null
      children.push(next)
      continue
    }
    // Its end went: it is one with the next.
    const mark = child(child(each, 'w:pPr'), 'w:rPr')
    const isJoined = tagsOf(mark ?? { name: '', attributes: {}, children: [] }).some(({ name }) =>
      dropped.includes(name),
    )
    const own = next.children.filter((inner) => typeof inner === 'string' || inner.name !== 'w:pPr')
    if (open) {
      open.children.push(...own)
      if (!isJoined) open = null
      continue
    }
    if (isJoined && !findTag({ ...next, children: own }, 'w:r')) continue
    children.push(next)
    if (isJoined) open = next
  }
  return {
    ...tag,
    children:
      tag.name === 'w:tc' && !children.some((each) => typeof each !== 'string' && each.name === 'w:p')
        ? [...children, { name: 'w:p', attributes: {}, children: [] }]
        : children,
  }
}

const renamed = (tag: WordTag): WordTag => (tag.name === 'w:delText' ? { ...tag, name: 'w:t' } : tag)

function written(tag: WordTag): string {
  const inside = tag.children.map((each) => (typeof each === 'string' ? escaped(each) : written(each))).join('')
  if (tag.name === '') return inside
  if (tag.name.startsWith('?')) return ''
  const attributes = Object.entries(tag.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${tag.name}${attributes.join('')}>${inside}</${tag.name}>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
