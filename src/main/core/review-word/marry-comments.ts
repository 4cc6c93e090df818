import { createHash } from 'node:crypto'
import type { Anchor } from '../../../shared/content/anchors/anchor.ts'
import { CONTEXT, makeAnchor } from '../../../shared/content/anchors/make-anchor.ts'
import { readPost } from '../../../shared/content/checks/readable-post.ts'
import { childrenOf } from '../../../shared/content/document-walk.ts'
import type { StructureNode } from '../../../shared/content/document.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewNote, ReviewRemark } from '../../../shared/domain/review-file.ts'
import type { MarriedPost } from './marry-post.ts'
import type { WordComment } from './read-comments.ts'
import type { By } from './review-sheet.ts'
import type { LinePlace, View, ViewItem, ViewLine } from './tracked-views.ts'
import { textOfPieces } from './word-line.ts'
import { t } from '../../../shared/words/t.ts'

/** Where a comment stands in the text of the file. */
interface Passage {
  line: ViewLine
  from: number
  to: number
}

export interface CommentsInFile {
  comments: readonly WordComment[]
  accepted: View
  rejected: View
  post: MarriedPost
  /** Who saved the file, and when: Word does not say who resolved a remark. */
  savedBy: By
}

/**
 * What was said in the margin, as notes. A remark that the desk knows (who, when, what) is that note again, also where a program
 * forgot which one it answers; all others are new. No note is ever missing in the result: what somebody deleted in Word is
 * still here. The same file gives the same ids.
 */
export function marriedNotes(known: readonly ReviewNote[], file: CommentsInFile): ReviewNote[] {
  const notes = known.map((note) => ({ ...note, replies: [...note.replies] }))
  const noteOf = new Map<string, ReviewNote>()
  for (const note of notes) for (const remark of [note, ...note.replies]) noteOf.set(keyOf(remark), note)
  const byComment = new Map<string, ReviewNote>()
  const anchors = new Anchors(file)
  const times = new Map<string, number>()
  for (const comment of rootsFirst(file.comments)) {
    const at = momentOf(comment.by.at) ?? file.savedBy.at
    const remark = { authorName: nameOf(comment.by.name), writtenAt: at as UtcIso, words: comment.words }
    const old = noteOf.get(keyOf(remark))
    const parent = byComment.get(comment.parentId ?? '')
    const isRootOfOld = old !== undefined && keyOf(old) === keyOf(remark)
    if (old) byComment.set(comment.id, old)
    else if (parent) {
      parent.replies.push({ id: remarkId(times, parent.id, remark), ...remark })
      byComment.set(comment.id, parent)
    } else {
      const anchor = anchors.of(comment.id)
      const id = remarkId(times, JSON.stringify(anchor?.quote ?? ''), remark)
      const note: ReviewNote = { id, ...remark, anchor, replies: [], resolved: null }
      notes.push(note)
      byComment.set(comment.id, note)
    }
    const note = byComment.get(comment.id)
    const isRoot = isRootOfOld || (!old && !parent)
    if (note && isRoot && comment.isResolved && note.resolved === null)
      note.resolved = { by: file.savedBy.name, at: file.savedBy.at as UtcIso }
  }
  return notes
}

/** An answer comes behind what it answers, whatever the file says first. */
const rootsFirst = (comments: readonly WordComment[]): WordComment[] => [
  ...comments.filter(({ parentId }) => parentId === null),
  ...comments.filter(({ parentId }) => parentId !== null),
]

const nameOf = (name: string): string => (name === '' ? t('Somebody') : name)

/** Programs keep no part of a second, and trim what is said. */
const keyOf = ({ authorName, writtenAt, words }: Omit<ReviewRemark, 'id'>): string =>
  JSON.stringify([authorName.trim(), (momentOf(writtenAt) ?? '').slice(0, 19), words.replaceAll(/\s+/gu, ' ').trim()])

export function momentOf(at: string): UtcIso | null {
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(at) ? at : `${at}Z`)
  return Number.isNaN(time) ? null : (new Date(time).toISOString() as UtcIso)
}

/** A UUID of what was said where: reading a file twice is reading it once. */
function remarkId(times: Map<string, number>, place: string, remark: Omit<ReviewRemark, 'id'>): string {
  const text = JSON.stringify([place, keyOf(remark)])
  const count = (times.get(text) ?? 0) + 1
  times.set(text, count)
  const hex = createHash('sha256').update(`${count} ${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

class Anchors {
  readonly #accepted: Map<string, Passage>
  readonly #rejected: Map<string, Passage>
  readonly #post: MarriedPost
  readonly #paths: Map<StructureNode, number[]>
  readonly #readable: ReturnType<typeof readPost>

  constructor({ accepted, rejected, post }: CommentsInFile) {
    this.#accepted = passagesOf(accepted)
    this.#rejected = passagesOf(rejected)
    this.#post = post
    this.#readable = readPost(post.words)
    this.#paths = pathsOf(post.words)
  }

  /** null for a remark about the whole. */
  of(commentId: string): Anchor | null {
    const passage = this.#accepted.get(commentId)
    const place = passage && this.#post.places.get(passage.line)
    const here = passage && place && this.#here(passage, place)
    const gone = this.#rejected.get(commentId)
    // The words that it is about were taken out: they are kept with it.
    if (gone && (!passage || passage.from === passage.to) && gone.from < gone.to) return lostAnchor(gone, here ?? null)
    return here ?? null
  }

  #here({ from, to }: Passage, place: LinePlace): Anchor | null {
    if (!('node' in place)) {
      const anchor = makeAnchor(this.#readable, { in: place.in })
      if (!anchor) return null
      const text = anchor.quote
      return from === to
        ? anchor
        : {
            ...anchor,
            quote: text.slice(from, to),
            before: text.slice(Math.max(0, from - CONTEXT), from),
            after: text.slice(to, to + CONTEXT),
          }
    }
    const path = this.#paths.get(place.node)
    if (!path) return null
    if (place.in === 'block') return makeAnchor(this.#readable, { in: 'block', path })
    // A remark at a place between two words is about all of them.
    const length = this.#readable.texts.find((text) => text.path.join() === path.join())?.text.length ?? 0
    const [start, end] = from < to ? [from, Math.min(to, length)] : [0, length]
    return makeAnchor(this.#readable, { in: 'text', path, from: start, to: end })
  }
}

function lostAnchor({ line, from, to }: Passage, here: Anchor | null): Anchor {
  const text = textOfPieces(line.pieces)
  return {
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - CONTEXT), from),
    after: text.slice(to, to + CONTEXT),
    where: here?.where ?? { in: 'text', path: [0], from: 0, to: 0 },
    type: here?.type ?? 'paragraph',
  }
}

/** Of a remark over several paragraphs, its part in the first that has words of it. */
function passagesOf({ items }: View): Map<string, Passage> {
  const found = new Map<string, Passage>()
  const open = new Set<string>()
  for (const line of items.flatMap(linesOfItem)) {
    const length = textOfPieces(line.pieces).length
    const starts = new Map<string, number>([...open].map((id) => [id, 0]))
    const add = (id: string, from: number, to: number): void => {
      const old = found.get(id)
      if (!old || (old.from === old.to && from < to)) found.set(id, { line, from, to })
    }
    for (const { comment, edge, at } of line.edges) {
      if (edge === 'start') {
        starts.set(comment, at)
        open.add(comment)
      } else {
        add(comment, starts.get(comment) ?? at, at)
        starts.delete(comment)
        open.delete(comment)
      }
    }
    for (const [id, from] of starts) add(id, from, length)
  }
  return found
}

const linesOfItem = (item: ViewItem): ViewLine[] =>
  item.kind === 'line' ? [item] : item.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))

function pathsOf({ document }: PostWords): Map<StructureNode, number[]> {
  const paths = new Map<StructureNode, number[]>()
  const walk = (nodes: readonly StructureNode[], above: number[]): void => {
    for (const [at, node] of nodes.entries()) {
      const path = [...above, at]
      if (!paths.has(node)) paths.set(node, path)
      walk(childrenOf(node), path)
    }
  }
  walk(document.content, [])
  return paths
}
