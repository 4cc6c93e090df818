import { Parser } from 'htmlparser2'

export interface WordScan {
  insertions: number
  deletions: number
  drawings: number
  isTooDeep: boolean
  /** It declares things of its own (a document type): no Word file does, and some such swell without end. */
  declares: boolean
}

const MAX_DEPTH = 300

/** Counts in a part of a Word file (ECMA-376) what the reader of its words passes over, and looks whether it can be read at all. */
export function scanWordPart(xml: string): WordScan {
  const scan: WordScan = { insertions: 0, deletions: 0, drawings: 0, isTooDeep: false, declares: false }
  let depth = 0
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1
        // Its parser grows slow with depth, so what is as deep is read no further.
        if (depth > MAX_DEPTH) throw new TooDeep()
        if (name === 'w:ins') scan.insertions += 1
        else if (name === 'w:del') scan.deletions += 1
        else if (name === 'wps:wsp' || name === 'c:chart' || name === 'dgm:relIds') scan.drawings += 1
      },
      onclosetag() {
        depth -= 1
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) scan.declares = true
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  try {
    parser.write(xml)
    parser.end()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    scan.isTooDeep = true
  }
  return scan
}

class TooDeep extends Error {}

/** The remarks in the margin: who, and what they said. */
export function readWordComments(xml: string): { author: string; text: string }[] {
  const comments: { author: string; text: string }[] = []
  let open: { author: string; text: string } | null = null
  let isText = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:comment') open = { author: attributes['w:author'] ?? '', text: '' }
        if (name === 'w:p' && open && open.text !== '') open.text += '\n'
        isText = name === 'w:t'
      },
      ontext(text) {
        if (isText && open) open.text += text
      },
      onclosetag(name) {
        isText = false
        if (name === 'w:comment' && open) comments.push(open)
        if (name === 'w:comment') open = null
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return comments
}
