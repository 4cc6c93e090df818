import { htmlToText } from '../../../../shared/content/html-to-text.ts'
import type { MergeItem } from '../../../../shared/content/merge/post-merge.ts'
import type { Conflict } from '../../../../shared/contract/services.ts'
import type { RemotePostStatus } from '../../../../shared/domain/post.ts'
import { longTime } from '../../ui/times.ts'
import { readMarkup, readPlainText, type ReadLine } from './read-lines.ts'

/** What the blog's numbers are called. */
export type ConflictNames = Pick<Conflict, 'categoryNames' | 'pictureNames'>

export type VersionName = 'mine' | 'base' | 'theirs'

/** What a version says about an item, as lines to read; null where it has nothing there. */
export function itemTexts(item: MergeItem, names: ConflictNames): Record<VersionName, ReadLine[] | null> {
  switch (item.kind) {
    case 'title':
    case 'excerpt':
    case 'slug':
      return ofEach(item, (text) => (text === '' ? null : readPlainText(text)))
    case 'featured-media':
      return ofEach(item, (id) =>
        id === null ? null : readPlainText(names.pictureNames[id] ?? 'A picture that this laptop has no name for'),
      )
    case 'publication':
      return ofEach(item, (value) => readPlainText(publicationWords(value)))
    case 'block-changed':
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
      return ofEach(item, (markup) => (markup === null ? null : readMarkup(markup)))
    case 'footnote':
      return ofEach(item, (html) => (html === null ? null : readPlainText(htmlToText(html))))
    case 'category':
      return ofTerm(item, names.categoryNames[item.categoryId] ?? 'A category that this laptop has no name for')
    case 'tag':
      return ofTerm(item, item.tag)
  }
}

/** The block markup of each version, '' where it is no block or not there. */
export function itemMarkups(item: MergeItem): Record<VersionName, string> {
  switch (item.kind) {
    case 'block-changed':
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
      return { mine: item.mine ?? '', base: item.base ?? '', theirs: item.theirs ?? '' }
    case 'title':
    case 'excerpt':
    case 'slug':
    case 'featured-media':
    case 'publication':
    case 'footnote':
    case 'category':
    case 'tag':
      return { mine: '', base: '', theirs: '' }
  }
}

function ofEach<Value>(
  versions: Record<VersionName, Value>,
  read: (value: Value) => ReadLine[] | null,
): Record<VersionName, ReadLine[] | null> {
  return { mine: read(versions.mine), base: read(versions.base), theirs: read(versions.theirs) }
}

function ofTerm(
  { change, by }: Extract<MergeItem, { change: string }>,
  name: string,
): Record<VersionName, ReadLine[] | null> {
  const wasThere = change === 'removed'
  const has = (side: 'mine' | 'theirs'): boolean => (by === side || by === 'both') !== wasThere
  const lines = readPlainText(name)
  return { mine: has('mine') ? lines : null, base: wasThere ? lines : null, theirs: has('theirs') ? lines : null }
}

function publicationWords({ status, publishAt }: { status: RemotePostStatus; publishAt: string | null }): string {
  const at = publishAt === null ? '' : `, ${longTime(publishAt)} here`
  switch (status) {
    case 'draft':
      return `Draft${at}`
    case 'pending':
      return `In review${at}`
    case 'publish':
      return `Published${at}`
    case 'future':
      return `Scheduled${at}`
    case 'private':
      return `Private${at}`
    case 'trash':
      return 'In the trash'
    case 'deleted':
      return 'Deleted'
  }
}
