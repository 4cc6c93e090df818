import type { PostWords } from '../../domain/post.ts'
import type { ShareLine } from '../../domain/share-line.ts'
import { isSameLine } from '../../share/merge-share-lines.ts'
import { shareLineLabel } from '../../share/share-line-name.ts'
import type { InlineNode } from '../document.ts'
import { inlineLine } from '../inline-text.ts'
import { itemIds, type NextId } from '../merge/merge-item-id.ts'
import { listSuggestions, type SuggestedChange, type Suggestion } from './list-suggestions.ts'
import type { DocumentOverlay, WordRun } from './overlay.ts'
import { overlayDocuments } from './overlay-documents.ts'
import { overlayWords } from './overlay-words.ts'
import { settleDocument } from './settle.ts'

/** Lines of words beside the text, told word by word; settings, told as a whole; terms and share lines, told one by one. */
export type ReviewedLine = 'title' | 'excerpt'
export type ReviewedSetting = 'language' | 'direction'
export type ReviewedTerm = 'category' | 'tag'

/** What is suggested for the post beside its text. `was` and `is`: a category by its id on the blog, a share line with its place. */
export interface FieldSuggestion {
  id: string
  field: ReviewedLine | ReviewedSetting | ReviewedTerm | 'share'
  change: SuggestedChange
  was: string
  is: string
}

/** A share line as a whole; null where it was not, or would be no more. */
interface ShareSuggestion extends FieldSuggestion {
  before: ShareLine | null
  after: ShareLine | null
}

/** Two versions of a post laid over each other. */
export interface PostOverlay {
  before: PostWords
  after: PostWords
  document: DocumentOverlay
  lines: Record<ReviewedLine, WordRun[]>
  settings: FieldSuggestion[]
  terms: FieldSuggestion[]
  shareLines: ShareSuggestion[]
}

const SETTINGS: readonly ReviewedSetting[] = ['language', 'direction']
const LINES: readonly ReviewedLine[] = ['title', 'excerpt']

/** What of one version of a post became what of another. Pure; the same two give the same ids. */
export function overlayPosts(before: PostWords, after: PostWords): PostOverlay {
  const nextId = itemIds()
  const line = (name: ReviewedLine): WordRun[] =>
    overlayWords(asWords(before[name]), asWords(after[name]), (...parts) => nextId(name, ...parts), true)
  return {
    before,
    after,
    lines: { title: line('title'), excerpt: line('excerpt') },
    document: overlayDocuments(before.document, after.document, nextId),
    settings: SETTINGS.flatMap((field) => {
      const [was, is] = [before[field], after[field]]
      return was === is ? [] : [{ id: nextId(field, was, is), field, change: 'replaced' as const, was, is }]
    }),
    terms: [
      ...termChanges('category', before.categoryIds.map(String), after.categoryIds.map(String), nextId),
      ...termChanges('tag', before.tags, after.tags, nextId),
    ],
    shareLines: shareChanges(before.shareLines, after.shareLines, nextId),
  }
}

const asWords = (text: string): InlineNode[] => (text === '' ? [] : [{ type: 'text', text }])

function termChanges(field: ReviewedTerm, before: string[], after: string[], nextId: NextId): FieldSuggestion[] {
  const gone = before.filter((term) => !after.includes(term))
  const added = after.filter((term) => !before.includes(term))
  return [
    ...gone.map((was) => ({ id: nextId(field, was, ''), field, change: 'removed' as const, was, is: '' })),
    ...added.map((is) => ({ id: nextId(field, '', is), field, change: 'added' as const, was: '', is })),
  ]
}

function shareChanges(before: readonly ShareLine[], after: readonly ShareLine[], nextId: NextId): ShareSuggestion[] {
  const change = (was: ShareLine | null, is: ShareLine | null): ShareSuggestion => {
    const words = { was: wordsOfLine(was), is: wordsOfLine(is) }
    const id = nextId('share', was?.id ?? is?.id ?? '', JSON.stringify([was, is]))
    const kind = was === null ? 'added' : is === null ? 'removed' : 'replaced'
    return { id, field: 'share', change: kind, ...words, before: was, after: is }
  }
  return [
    ...before.flatMap((line) => {
      const now = after.find(({ id }) => id === line.id)
      return now && isSameLine(line, now) ? [] : [change(line, now ?? null)]
    }),
    ...after.filter(({ id }) => !before.some((line) => line.id === id)).map((line) => change(null, line)),
  ]
}

const wordsOfLine = (line: ShareLine | null): string => (line === null ? '' : `${shareLineLabel(line)}: ${line.text}`)

/** Everything that is suggested for a post: its title first, then its text, then what stands beside it. */
export function listPostSuggestions({ lines, document, settings, terms, shareLines }: PostOverlay): {
  fields: FieldSuggestion[]
  text: Suggestion[]
} {
  const ofLine = (field: ReviewedLine): FieldSuggestion[] =>
    lines[field].flatMap((run) =>
      run.kind === 'kept'
        ? []
        : [{ id: run.id, field, change: run.change, was: inlineLine(run.before), is: inlineLine(run.after) }],
    )
  return {
    fields: [...LINES.flatMap(ofLine), ...settings, ...terms, ...shareLines],
    text: listSuggestions(document.blocks),
  }
}

/** The post in which some of the suggestions are taken and the others are not; see settleDocument. */
export function settlePost(overlay: PostOverlay, taken: ReadonlySet<string>): PostWords {
  const { before, after, document, lines, settings, terms, shareLines } = overlay
  const line = (name: ReviewedLine): string =>
    lines[name]
      .map((run) => inlineLine(run.kind === 'kept' ? run.content : taken.has(run.id) ? run.after : run.before))
      .join('')
  const isTaken = (field: ReviewedSetting): boolean =>
    settings.some((each) => each.field === field && taken.has(each.id))
  const withTerms = (field: ReviewedTerm, own: readonly string[]): string[] => {
    const chosen = terms.filter((each) => each.field === field && taken.has(each.id))
    return [
      ...own.filter((term) => !chosen.some(({ was }) => was === term)),
      ...chosen.flatMap(({ is }) => (is === '' ? [] : [is])),
    ]
  }
  const ids = before.categoryIds.concat(after.categoryIds)
  return {
    title: line('title'),
    excerpt: line('excerpt'),
    document: settleDocument(document, taken),
    language: isTaken('language') ? after.language : before.language,
    direction: isTaken('direction') ? after.direction : before.direction,
    tags: withTerms('tag', before.tags),
    categoryIds: withTerms('category', before.categoryIds.map(String)).flatMap(
      (term) => ids.find((id) => String(id) === term) ?? [],
    ),
    shareLines: withLines(
      before.shareLines,
      shareLines.filter(({ id }) => taken.has(id)),
    ),
  }
}

function withLines(lines: readonly ShareLine[], chosen: readonly ShareSuggestion[]): ShareLine[] {
  const changes = new Map(chosen.map((each) => [each.before?.id, each]))
  return [
    ...lines.flatMap((line) => {
      const change = changes.get(line.id)
      return change ? (change.after ?? []) : [line]
    }),
    ...chosen.flatMap(({ before, after }) => (before === null && after !== null ? [after] : [])),
  ]
}
