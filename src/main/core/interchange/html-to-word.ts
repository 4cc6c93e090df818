import type * as Docx from 'docx'
import type { FileChild, Paragraph, ParagraphChild } from 'docx'
import {
  classesOf,
  findTag,
  htmlTree,
  isTag,
  textOf,
  type HtmlTag,
  type HtmlTree,
} from '../../../shared/content/interchange/html-tree.ts'
import { isInline } from '../../../shared/content/interchange/classic-paragraphs.ts'
import type { StoredFootnote } from '../../../shared/content/footnotes-meta.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { xmlText } from './xml-text.ts'
import { wordPicture, type WordPictureFile } from './word-picture.ts'

export interface WordPage {
  title: string
  byline: string
  language: string
  direction: 'ltr' | 'rtl'
  html: string
  footnotes: readonly StoredFootnote[]
  /** By the address in the HTML. */
  pictures: ReadonlyMap<string, WordPictureFile>
}

interface Marks {
  bold?: boolean
  italics?: boolean
  strike?: boolean
  superScript?: boolean
  subScript?: boolean
  code?: boolean
  language?: string
  link?: boolean
  keepsSpaces?: boolean
}

/** How a paragraph stands: inside what, under which number. */
interface Place {
  style?: string
  indentLevels?: number
  list?: { reference: string; level: number }
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ku', 'dv', 'yi', 'ug'])
const MAX_LIST_LEVEL = 8

/** A Word file of a published text, with real headings, lists, tables, notes and descriptions of pictures. */
export async function htmlToWord(page: WordPage): Promise<Uint8Array> {
  const docx = await import('docx')
  const writer = new WordWriter(docx, page)
  const children = [
    writer.paragraph([page.title], { style: 'Title' }),
    ...(page.byline === '' ? [] : [writer.paragraph([page.byline], { style: 'Subtitle' })]),
    ...writer.blocks(withoutNotes(htmlTree(page.html)), {}),
  ]
  const footnotes = Object.fromEntries(
    page.footnotes.map(({ html }, index) => [index + 1, { children: [writer.paragraph(htmlTree(html), {})] }]),
  )
  const document = new docx.Document({
    title: page.title,
    creator: '',
    footnotes,
    numbering: { config: writer.numbering },
    styles: stylesFor(page),
    sections: [{ children }],
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(document))
}

const withoutNotes = (nodes: readonly HtmlTree[]): HtmlTree[] =>
  nodes.filter((node) => !(isTag(node) && classesOf(node).includes('wp-block-footnotes')))

function languageOf(language: string): { value: string; bidirectional?: string } {
  const isRightToLeft = RIGHT_TO_LEFT.has(language.split('-')[0] ?? '')
  return isRightToLeft ? { value: 'en-GB', bidirectional: language } : { value: language }
}

function stylesFor({ language }: WordPage) {
  const run = { font: 'Georgia', size: 23, ...(language === '' ? {} : { language: languageOf(language) }) }
  const heading = (size: number) => ({
    run: { bold: true, size, color: '1B1F27' },
    paragraph: { spacing: { before: 280, after: 100 } },
  })
  return {
    default: {
      document: { run, paragraph: { spacing: { after: 160, line: 300, lineRule: 'auto' as const } } },
      title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 60 } } },
      heading1: heading(34),
      heading2: heading(30),
      heading3: heading(26),
      heading4: heading(24),
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { color: '545C6B', size: 20 },
        paragraph: { spacing: { after: 320 } },
      },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true }, paragraph: { indent: { start: 560 } } },
      { id: 'Caption', name: 'Caption', basedOn: 'Normal', run: { color: '545C6B', size: 19 } },
      { id: 'Verse', name: 'Verse', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        run: { font: 'Consolas', size: 19 },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  }
}

class WordWriter {
  readonly numbering: {
    reference: string
    levels: {
      level: number
      format: 'decimal' | 'bullet'
      text: string
      start?: number
      alignment: 'start'
      style: object
    }[]
  }[] = []
  readonly #docx: typeof Docx
  readonly #page: WordPage

  constructor(docx: typeof Docx, page: WordPage) {
    this.#docx = docx
    this.#page = page
  }

  paragraph(nodes: readonly HtmlTree[], place: Place): Paragraph {
    const { style, list, indentLevels = 0 } = place
    const direction = textDirection(textOf(nodes)) ?? this.#page.direction
    return new this.#docx.Paragraph({
      children: this.#runs(nodes, { keepsSpaces: style === 'Code' || style === 'Verse' }, direction === 'rtl'),
      bidirectional: direction === 'rtl',
      ...(style === undefined ? {} : { style }),
      ...(list ? { numbering: list } : indentLevels > 0 ? { indent: { start: 720 * indentLevels } } : {}),
    })
  }

  blocks(nodes: readonly HtmlTree[], place: Place): FileChild[] {
    const blocks: FileChild[] = []
    let run: HtmlTree[] = []
    const endRun = (): void => {
      if (textOf(run).trim() !== '' || findTag(run, 'img')) blocks.push(this.paragraph(run, place))
      run = []
    }
    for (const node of nodes) {
      if (isInline(node)) run.push(node)
      else if (typeof node !== 'string') {
        endRun()
        blocks.push(...this.#block(node, place))
      }
    }
    endRun()
    return blocks
  }

  #block(tag: HtmlTag, place: Place): FileChild[] {
    switch (tag.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [this.paragraph(tag.children, { style: `Heading${tag.name[1]}` })]
      case 'ul':
      case 'ol':
        return this.#list(tag, place.list ? Math.min(place.list.level + 1, MAX_LIST_LEVEL) : 0)
      case 'blockquote':
        return this.blocks(tag.children, { ...place, style: 'Quote' })
      case 'pre':
        return textOf(tag.children)
          .split('\n')
          .map((line) =>
            this.paragraph([line], { style: classesOf(tag).includes('wp-block-verse') ? 'Verse' : 'Code' }),
          )
      case 'hr':
        return [new this.#docx.Paragraph({ thematicBreak: true })]
      case 'table':
        return [this.#table(tag), new this.#docx.Paragraph({ children: [] })]
      case 'figcaption':
        return [this.paragraph(tag.children, { style: 'Caption' })]
      case 'script':
      case 'style':
      case 'iframe':
        return []
      default:
        return this.blocks(tag.children, place)
    }
  }

  #list(tag: HtmlTag, level: number): FileChild[] {
    const reference = `list-${this.numbering.length + 1}`
    const start = Number(tag.attributes.get('start') ?? 1)
    this.numbering.push({
      reference,
      levels: [
        {
          level,
          format: tag.name === 'ol' ? 'decimal' : 'bullet',
          text: tag.name === 'ol' ? `%${level + 1}.` : '•',
          ...(tag.name === 'ol' && Number.isSafeInteger(start) && start >= 0 ? { start } : {}),
          alignment: 'start',
          style: { paragraph: { indent: { start: 720 * (level + 1), hanging: 360 } } },
        },
      ],
    })
    return tag.children
      .filter((child) => isTag(child, 'li'))
      .flatMap((item) => this.#item(isTag(item) ? item.children : [], { reference, level }))
  }

  /** The first words carry the sign; what else is in the item stands under them. */
  #item(nodes: readonly HtmlTree[], list: { reference: string; level: number }): FileChild[] {
    const flat = nodes.flatMap((node) => (isTag(node, 'p', 'div') ? [...node.children, lineEnd()] : [node]))
    const firstBlock = flat.findIndex((node) => !isInline(node))
    const words = withoutLastBreak(firstBlock === -1 ? flat : flat.slice(0, firstBlock))
    const rest = firstBlock === -1 ? [] : flat.slice(firstBlock)
    const under = rest.flatMap((node) =>
      isTag(node, 'ul', 'ol')
        ? this.#list(node, Math.min(list.level + 1, MAX_LIST_LEVEL))
        : this.blocks([node], { indentLevels: list.level + 1 }),
    )
    return [this.paragraph(words, { list }), ...under]
  }

  #table(tag: HtmlTag): FileChild {
    const { Table, TableRow, TableCell, WidthType } = this.#docx
    const rows = rowsOf(tag.children, false).map(
      ({ row, isHead }) =>
        new TableRow({
          ...(isHead ? { tableHeader: true } : {}),
          cantSplit: true,
          children: row.children
            .filter((cell) => isTag(cell, 'td', 'th'))
            .flatMap((cell) => (isTag(cell) ? [new TableCell(this.#cell(cell))] : [])),
        }),
    )
    return new Table({
      rows,
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: this.#page.direction === 'rtl',
    })
  }

  #cell(cell: HtmlTag) {
    const span = (name: string): number => Math.min(100, Math.max(1, Number(cell.attributes.get(name) ?? 1) || 1))
    const blocks = this.blocks(cell.name === 'th' ? [bold(cell.children)] : cell.children, {})
    return {
      columnSpan: span('colspan'),
      rowSpan: span('rowspan'),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: (blocks.length === 0 ? [new this.#docx.Paragraph({})] : blocks) as never[],
    }
  }

  #runs(nodes: readonly HtmlTree[], marks: Marks, isRightToLeft: boolean): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (typeof node === 'string')
        return [this.#text(marks.keepsSpaces ? node : node.replaceAll(/[ \t\n\f\r]+/g, ' '), marks, isRightToLeft)]
      return this.#tagRuns(node, marks, isRightToLeft)
    })
  }

  #tagRuns(tag: HtmlTag, marks: Marks, isRightToLeft: boolean): ParagraphChild[] {
    const inside = (more: Marks): ParagraphChild[] => this.#runs(tag.children, { ...marks, ...more }, isRightToLeft)
    const note = this.#page.footnotes.findIndex(({ id }) => id === tag.attributes.get('data-fn'))
    if (note !== -1) return [new this.#docx.FootnoteReferenceRun(note + 1)]
    switch (tag.name) {
      case 'br':
        return [new this.#docx.TextRun({ break: 1 })]
      case 'strong':
      case 'b':
        return inside({ bold: true })
      case 'em':
      case 'i':
      case 'cite':
        return inside({ italics: true })
      case 's':
      case 'del':
        return inside({ strike: true })
      case 'sup':
        return inside({ superScript: true })
      case 'sub':
        return inside({ subScript: true })
      case 'code':
        return inside({ code: true })
      case 'img':
        return this.#picture(tag)
      case 'a':
        return this.#link(tag, marks, isRightToLeft)
      default: {
        const language = tag.attributes.get('lang')
        const direction = tag.attributes.get('dir')
        const turned = direction === 'rtl' ? true : direction === 'ltr' ? false : isRightToLeft
        return this.#runs(tag.children, language === undefined ? marks : { ...marks, language }, turned)
      }
    }
  }

  #link(tag: HtmlTag, marks: Marks, isRightToLeft: boolean): ParagraphChild[] {
    const href = tag.attributes.get('href') ?? ''
    const children = this.#runs(tag.children, { ...marks, link: true }, isRightToLeft)
    if (!/^(?:https?|mailto):/i.test(href)) return children
    return [new this.#docx.ExternalHyperlink({ link: href, children })]
  }

  #picture(tag: HtmlTag): ParagraphChild[] {
    const alt = tag.attributes.get('alt') ?? ''
    const file = this.#page.pictures.get(tag.attributes.get('src') ?? '')
    const picture = file && wordPicture(this.#docx, file, alt)
    if (picture) return [picture]
    return alt === '' ? [] : [this.#text(`[${alt}]`, { italics: true }, false)]
  }

  #text(
    text: string,
    { code = false, link = false, keepsSpaces: _keepsSpaces, language, ...marks }: Marks,
    isRightToLeft: boolean,
  ): ParagraphChild {
    return new this.#docx.TextRun({
      text: xmlText(text),
      ...marks,
      ...(code ? { font: 'Consolas' } : {}),
      ...(link ? { color: '1D4F91', underline: {} } : {}),
      ...(language === undefined ? {} : { language: languageOf(language) }),
      rightToLeft: isRightToLeft,
    })
  }
}

const lineEnd = (): HtmlTag => ({ name: 'br', attributes: new Map(), children: [] })
const bold = (children: HtmlTree[]): HtmlTag => ({ name: 'strong', attributes: new Map(), children })
const withoutLastBreak = (nodes: HtmlTree[]): HtmlTree[] => (isTag(nodes.at(-1), 'br') ? nodes.slice(0, -1) : nodes)

function rowsOf(nodes: readonly HtmlTree[], isHead: boolean): { row: HtmlTag; isHead: boolean }[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return []
    return node.name === 'tr' ? [{ row: node, isHead }] : rowsOf(node.children, isHead || node.name === 'thead')
  })
}
