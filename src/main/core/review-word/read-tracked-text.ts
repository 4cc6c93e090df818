import type { PlainMarkType } from '../../../shared/content/document.ts'
import { STYLE_BY_NAME } from './review-styles.ts'
import type { By } from './review-sheet.ts'
import {
  isEdge,
  type CommentEdge,
  type TrackedCell,
  type TrackedItem,
  type TrackedLine,
  type TrackedPiece,
  type TrackedRow,
  type TrackedText,
} from './tracked-text.ts'
import { carried, carriedAddress, NOTE, type LineStyle, type Look } from './word-line.ts'
import { child, findTag, isOn, tagsOf, valueOf, wordsIn, wordTree, type WordTag } from './word-tree.ts'

/** Where what stands is inside of: who put it in, who took it out, and what it links to. */
interface Inside {
  ins: By | null
  del: By | null
  href: string | null
}
const NOWHERE: Inside = { ins: null, del: null, href: null }

type Parts = TrackedLine['parts']

/** The text of a Word file with everything that was tracked in it, however Word or LibreOffice wrote it (ECMA-376, 17.13.5). */
export function readTrackedText(xmlOf: (part: string) => string): TrackedText {
  return new TrackedReader(xmlOf).read()
}

class TrackedReader {
  readonly #xmlOf: (part: string) => string
  readonly #styles: ReadonlyMap<string, LineStyle | 'between'>
  readonly #styleLists: Map<string, WordTag>
  readonly #ordered: (numId: string, level: number) => boolean
  #links = new Map<string, string>()
  #pictures = 0
  #drawings = 0

  constructor(xmlOf: (part: string) => string) {
    this.#xmlOf = xmlOf
    const styles = findTag(wordTree(xmlOf('word/styles.xml')), 'w:styles')
    this.#styleLists = listsOfStyles(styles)
    this.#styles = lookedUpStyles(styles)
    this.#ordered = orderedLists(wordTree(xmlOf('word/numbering.xml')))
  }

  read(): TrackedText {
    const body = findTag(wordTree(this.#xmlOf('word/document.xml')), 'w:body')
    this.#links = this.#linksOf('word/_rels/document.xml.rels')
    const items = body ? this.#items(tagsOf(body), NOWHERE) : []
    this.#links = this.#linksOf('word/_rels/footnotes.xml.rels')
    const notes = new Map<string, TrackedLine[]>()
    for (const note of tagsOf(findTag(wordTree(this.#xmlOf('word/footnotes.xml')), 'w:footnotes') ?? EMPTY)) {
      if (note.name !== 'w:footnote' || (note.attributes['w:type'] ?? 'normal') !== 'normal') continue
      notes.set(note.attributes['w:id'] ?? '', linesOf(this.#items(tagsOf(note), NOWHERE)))
    }
    return { items, notes, pictures: this.#pictures, drawings: this.#drawings }
  }

  #linksOf(part: string): Map<string, string> {
    const links = new Map<string, string>()
    for (const { name, attributes } of tagsOf(findTag(wordTree(this.#xmlOf(part)), 'Relationships') ?? EMPTY))
      if (name === 'Relationship') links.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    return links
  }

  #items(tags: readonly WordTag[], inside: Inside): TrackedItem[] {
    const items: TrackedItem[] = []
    // Where a comment begins or ends between two paragraphs.
    let edges: CommentEdge[] = []
    for (const tag of tags) {
      switch (tag.name) {
        case 'w:p': {
          const line = this.#line(tag, inside)
          line.parts.unshift(...edges)
          edges = []
          // What only parts two tables is no line of the text.
          if (this.#isBetween(tag) && line.parts.every(isEdge)) edges = line.parts
          else items.push(line)
          break
        }
        case 'w:tbl':
          items.push({ kind: 'table', rows: this.#rows(tagsOf(tag), inside) })
          break
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          edges.push(edgeOf(tag))
          break
        case 'w:sdt':
          items.push(...this.#items(tagsOf(child(tag, 'w:sdtContent') ?? EMPTY), inside))
          break
        case 'w:customXml':
        case 'w:smartTag':
          items.push(...this.#items(tagsOf(tag), inside))
          break
        default: {
          const within = tracked(tag, inside)
          if (within) items.push(...this.#items(tagsOf(tag), within))
        }
      }
    }
    const last = items.findLast((item) => item.kind === 'line')
    last?.parts.push(...edges)
    return items
  }

  #rows(tags: readonly WordTag[], inside: Inside): TrackedRow[] {
    return tags.flatMap((tag): TrackedRow[] => {
      if (tag.name === 'w:sdt') return this.#rows(tagsOf(child(tag, 'w:sdtContent') ?? EMPTY), inside)
      const within = tracked(tag, inside)
      if (within || tag.name === 'w:customXml') return this.#rows(tagsOf(tag), within ?? inside)
      if (tag.name !== 'w:tr') return []
      const own = child(tag, 'w:trPr')
      const [ins, del] = [child(own, 'w:ins'), child(own, 'w:del')]
      return [
        {
          ins: ins ? byOf(ins) : inside.ins,
          del: del ? byOf(del) : inside.del,
          isHead: isOn(child(own, 'w:tblHeader')),
          cells: this.#cells(tagsOf(tag), inside),
        },
      ]
    })
  }

  #cells(tags: readonly WordTag[], inside: Inside): TrackedCell[] {
    return tags.flatMap((tag): TrackedCell[] => {
      if (tag.name === 'w:sdt') return this.#cells(tagsOf(child(tag, 'w:sdtContent') ?? EMPTY), inside)
      if (tag.name === 'w:customXml') return this.#cells(tagsOf(tag), inside)
      if (tag.name !== 'w:tc') return []
      const own = child(tag, 'w:tcPr')
      const merge = child(own, 'w:vMerge')
      // A cell that another one reaches over.
      if (merge && valueOf(merge) !== 'restart') return []
      const colspan = Number(valueOf(child(own, 'w:gridSpan'))) || 1
      return [{ colspan, lines: linesOf(this.#items(tagsOf(tag), inside)) }]
    })
  }

  #line(tag: WordTag, inside: Inside): TrackedLine {
    const own = child(tag, 'w:pPr')
    const mark = child(own, 'w:rPr')
    const [ins, del] = [
      child(mark, 'w:ins') ?? child(mark, 'w:moveTo'),
      child(mark, 'w:del') ?? child(mark, 'w:moveFrom'),
    ]
    const look = this.#look(own)
    const changed = child(own, 'w:pPrChange')
    const parts: Parts = []
    this.#inline(tag, inside, parts, [])
    return {
      kind: 'line',
      look,
      was: changed ? { look: this.#look(child(changed, 'w:pPr')), by: byOf(changed) } : null,
      parts,
      ins: ins ? byOf(ins) : inside.ins,
      del: del ? byOf(del) : inside.del,
    }
  }

  #isBetween(line: WordTag): boolean {
    return this.#styles.get(valueOf(child(child(line, 'w:pPr'), 'w:pStyle'))) === 'between'
  }

  #look(own: WordTag | undefined): Look {
    const id = valueOf(child(own, 'w:pStyle'))
    const style = this.#styles.get(id) ?? 'p'
    if (style === 'between') return { style: 'p', list: null }
    const numbering = child(own, 'w:numPr') ?? (style === 'p' ? this.#styleLists.get(id) : undefined)
    const numId = valueOf(child(numbering, 'w:numId'))
    if (numId === '' || numId === '0' || style !== 'p') return { style, list: null }
    const level = Math.min(8, Math.max(0, Number(valueOf(child(numbering, 'w:ilvl'))) || 0))
    return { style, list: { level, isOrdered: this.#ordered(numId, level) } }
  }

  /** `fields`: those that are open, innermost last: the link they are, and whether their words have begun. */
  #inline(tag: WordTag, inside: Inside, parts: Parts, fields: { code: string; hasBegun: boolean }[]): void {
    for (const each of tagsOf(tag)) {
      switch (each.name) {
        case 'w:r':
          this.#run(each, inside, parts, fields)
          break
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          parts.push(edgeOf(each))
          break
        case 'w:hyperlink': {
          this.#inline(each, { ...inside, href: this.#addressOf(each) ?? inside.href }, parts, fields)
          break
        }
        case 'w:fldSimple':
          this.#inline(
            each,
            { ...inside, href: linkOfField(each.attributes['w:instr'] ?? '') ?? inside.href },
            parts,
            fields,
          )
          break
        case 'w:sdt':
          this.#inline(child(each, 'w:sdtContent') ?? EMPTY, inside, parts, fields)
          break
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
          this.#inline(each, inside, parts, fields)
          break
        default: {
          const within = tracked(each, inside)
          if (within) this.#inline(each, within, parts, fields)
        }
      }
    }
  }

  /** What stands behind the `#` of an address, programs keep beside it. */
  #addressOf({ attributes }: WordTag): string | null {
    const target = this.#links.get(attributes['r:id'] ?? '')
    const anchor = attributes['w:anchor'] ?? ''
    return target === undefined ? null : carriedAddress(anchor === '' ? target : `${target.split('#')[0]}#${anchor}`)
  }

  #run(run: WordTag, inside: Inside, parts: Parts, fields: { code: string; hasBegun: boolean }[]): void {
    const own = child(run, 'w:rPr')
    const changed = child(own, 'w:rPrChange')
    const marks = marksOf(own)
    const was = changed ? { marks: marksOf(child(changed, 'w:rPr')), by: byOf(changed) } : null
    const put = (text: string, noteId: string | null = null): void => {
      const open = fields.at(-1)
      if (text === '' || (open && !open.hasBegun)) return
      const href = fields.map(({ code }) => linkOfField(code)).findLast((link) => link !== null) ?? inside.href
      const piece: TrackedPiece = { text, marks, href, noteId, ins: inside.ins, del: inside.del, was }
      parts.push(piece)
    }
    for (const each of tagsOf(run)) {
      switch (each.name) {
        case 'w:t':
        case 'w:delText':
          put(carried(wordsIn(each), false).replaceAll(NOTE, '\ufffd'))
          break
        case 'w:tab':
          put('\t')
          break
        case 'w:br':
        case 'w:cr':
          if ((each.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') put('\n')
          break
        case 'w:noBreakHyphen':
          put('\u2011')
          break
        case 'w:softHyphen':
          put('\u00ad')
          break
        case 'w:footnoteReference':
          put(NOTE, each.attributes['w:id'] ?? '')
          break
        case 'w:fldChar':
          changeFields(fields, each.attributes['w:fldCharType'] ?? '')
          break
        case 'w:instrText':
        case 'w:delInstrText': {
          const open = fields.at(-1)
          if (open && !open.hasBegun) open.code += wordsIn(each)
          break
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.#countDrawing(each)
          break
        case 'mc:AlternateContent':
          this.#countDrawing(child(each, 'mc:Choice') ?? EMPTY)
          break
      }
    }
  }

  #countDrawing(tag: WordTag): void {
    if (findTag(tag, 'pic:pic') ?? findTag(tag, 'v:imagedata')) this.#pictures += 1
    else this.#drawings += 1
  }
}

const EMPTY: WordTag = { name: '', attributes: {}, children: [] }

const byOf = ({ attributes }: WordTag): By => ({
  name: (attributes['w:author'] ?? '').trim(),
  at: attributes['w16du:dateUtc'] ?? attributes['w:date'] ?? '',
})

const edgeOf = ({ name, attributes }: WordTag): CommentEdge => ({
  comment: attributes['w:id'] ?? '',
  edge: name === 'w:commentRangeStart' ? 'start' : 'end',
})

/** null for what is no tracked change. */
function tracked(tag: WordTag, inside: Inside): Inside | null {
  if (tag.name === 'w:ins' || tag.name === 'w:moveTo') return { ...inside, ins: byOf(tag) }
  if (tag.name === 'w:del' || tag.name === 'w:moveFrom') return { ...inside, del: byOf(tag) }
  return null
}

/** A table in a cell, or in a note, is read as its lines. */
const linesOf = (items: readonly TrackedItem[]): TrackedLine[] =>
  items.flatMap((item) =>
    item.kind === 'line' ? [item] : item.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)),
  )

function marksOf(own: WordTag | undefined): PlainMarkType[] {
  const raised = valueOf(child(own, 'w:vertAlign'))
  const fonts = child(own, 'w:rFonts')?.attributes
  const isCode = /consolas|courier|mono\b|menlo/i.test(fonts?.['w:ascii'] ?? '')
  const marks: [PlainMarkType, boolean][] = [
    ['bold', isOn(child(own, 'w:b'))],
    ['italic', isOn(child(own, 'w:i'))],
    ['strike', isOn(child(own, 'w:strike'))],
    ['superscript', raised === 'superscript'],
    ['subscript', raised === 'subscript'],
    ['code', isCode],
  ]
  return marks.flatMap(([mark, isSet]) => (isSet ? [mark] : []))
}

function changeFields(fields: { code: string; hasBegun: boolean }[], type: string): void {
  const open = fields.at(-1)
  if (type === 'begin') fields.push({ code: '', hasBegun: false })
  else if (type === 'separate' && open) open.hasBegun = true
  else if (type === 'end') fields.pop()
}

function linkOfField(code: string): string | null {
  const address = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(code)?.[1]
  const anchor = /\\l\s+"(.*?)"\s*(?:\\|$)/i.exec(code)?.[1]
  return address === undefined ? null : carriedAddress(anchor === undefined ? address : `${address}#${anchor}`)
}

/** By the style's name, or that of the one it is made from; programs give their own ids. */
function lookedUpStyles(styles: WordTag | undefined): Map<string, LineStyle | 'between'> {
  const all = new Map(tagsOf(styles ?? EMPTY).map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const found = new Map<string, LineStyle | 'between'>()
  for (const [id, style] of all) {
    let at: WordTag | undefined = style
    for (let steps = 0; at && steps < 10; steps += 1) {
      const known = STYLE_BY_NAME.get(valueOf(child(at, 'w:name')).toLowerCase())
      if (known) {
        found.set(id, known)
        break
      }
      at = all.get(valueOf(child(at, 'w:basedOn')))
    }
  }
  return found
}

const listsOfStyles = (styles: WordTag | undefined): Map<string, WordTag> =>
  new Map(
    tagsOf(styles ?? EMPTY).flatMap((style): [string, WordTag][] => {
      const numbering = child(child(style, 'w:pPr'), 'w:numPr')
      return numbering ? [[style.attributes['w:styleId'] ?? '', numbering]] : []
    }),
  )

function orderedLists(tree: WordTag): (numId: string, level: number) => boolean {
  const numbering = findTag(tree, 'w:numbering') ?? EMPTY
  const named = (name: string) => tagsOf(numbering).filter((tag) => tag.name === name)
  const kinds = new Map(
    named('w:abstractNum').map((list) => [
      list.attributes['w:abstractNumId'] ?? '',
      new Map(
        tagsOf(list)
          .filter(({ name }) => name === 'w:lvl')
          .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), valueOf(child(level, 'w:numFmt'))]),
      ),
    ]),
  )
  const lists = new Map(
    named('w:num').map((list) => [list.attributes['w:numId'] ?? '', valueOf(child(list, 'w:abstractNumId'))]),
  )
  return (numId, level) => {
    const format = kinds.get(lists.get(numId) ?? '')?.get(level) ?? 'bullet'
    return format !== 'bullet' && format !== 'none'
  }
}
