import { Parser } from 'htmlparser2'

export interface WordTag {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (WordTag | string)[]
}

/** More than a long book has. */
const MAX_TAGS = 1_500_000

export class TooManyTags extends Error {}

/** A part of a Word file as a tree. It was looked at before (word-scan.ts): so deep and so large it may be. */
export function wordTree(xml: string): WordTag {
  const root: WordTag = { name: '', attributes: {}, children: [] }
  const open = [root]
  let tags = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        tags += 1
        if (tags > MAX_TAGS) throw new TooManyTags()
        const tag: WordTag = { name, attributes, children: [] }
        open.at(-1)?.children.push(tag)
        open.push(tag)
      },
      ontext(text) {
        const children = open.at(-1)?.children ?? []
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + text
        else children.push(text)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return root
}

export const tagsOf = ({ children }: WordTag): WordTag[] => children.filter((child) => typeof child !== 'string')

export const child = (tag: WordTag | undefined, name: string): WordTag | undefined =>
  tag?.children.find((each): each is WordTag => typeof each !== 'string' && each.name === name)

/** The first of a name at any depth. */
export function findTag(tag: WordTag, name: string): WordTag | undefined {
  for (const each of tagsOf(tag)) {
    const found = each.name === name ? each : findTag(each, name)
    if (found) return found
  }
  return undefined
}

export const valueOf = (tag: WordTag | undefined): string => tag?.attributes['w:val'] ?? ''

export const wordsIn = (tag: WordTag): string =>
  tag.children.map((each) => (typeof each === 'string' ? each : wordsIn(each))).join('')

/** `<w:b/>` is on, `<w:b w:val="0"/>` off. */
export const isOn = (tag: WordTag | undefined): boolean =>
  tag !== undefined && !/^(?:0|false|off|none)$/.test(valueOf(tag))
