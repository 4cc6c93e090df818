import { join } from 'node:path'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { ChangedText, PostEdit } from '../../../src/shared/contract/inputs.ts'
import type { ChangeEvent } from '../../../src/shared/contract/wire.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createPostsService, type PostsInside } from '../../../src/main/core/posts/posts-service.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The posts of a desk on a disk that can be full, with one post to type in; it can be killed and opened again. */
export class TypingDesk {
  store!: Store
  desk!: Desk
  posts!: PostsInside
  clock: ManualClock = createManualClock()
  readonly postId: PostId
  readonly disk = { isFull: false }
  /** What was logged as a warning or an error. */
  readonly troubles: string[] = []
  onEvent: (event: ChangeEvent) => void = () => undefined
  #path = join(temporaryFolder(), 'desk.db')

  constructor() {
    this.#open()
    this.postId = this.posts.create({ blogId: putTestBlog(this.desk).id, kind: 'post' }).id
  }

  #open(): void {
    const store = openStore({ databasePath: this.#path, key: null })
    const { disk } = this
    this.store = store
    this.desk = createDesk({
      ...store,
      transaction(work) {
        if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
        return store.transaction(work)
      },
    })
    const feed = createChangeFeed()
    feed.onChange((event) => this.onEvent(event))
    const note = (event: string): void => void this.troubles.push(event)
    this.posts = createPostsService({
      desk: this.desk,
      clock: this.clock,
      random: systemRandom,
      feed,
      log: { info() {}, warn: note, error: note },
      holdMs: 0,
      onQueued() {},
      profile: () => ({ name: '', byBlog: {} }),
    })
  }

  /** As after a kill: nothing was saved or settled that the clock had not brought about. `path`: in the place of another file. */
  openAgainAfterKill(path = this.#path): void {
    this.store.close()
    this.#path = path
    this.clock = createManualClock()
    this.#open()
  }

  rows() {
    return this.desk.typedEdits.listEdits()
  }

  textAt(index: number): string {
    return JSON.stringify(this.posts.get(this.postId).document.content[index])
  }

  whole(sequence: number, content: BlockNode[]): PostEdit {
    return { ...fields, postId: this.postId, sequence, document: { type: 'doc', content } }
  }

  changed(sequence: number, change: Omit<ChangedText['change'], 'over'> & { over?: number }): ChangedText {
    return { ...fields, postId: this.postId, sequence, change: { over: sequence - 1, ...change } }
  }

  /** Of `longText`. */
  oneChanged(sequence: number, from: number, text: string): ChangedText {
    return this.changed(sequence, { from, removed: 1, blocks: [paragraph(text)], total: 1_000 })
  }
}

const fields = {
  window: 'first',
  mergesSeen: 0,
  title: 'The ferry',
  excerpt: '',
  language: '',
  direction: 'ltr' as const,
  categoryIds: [],
  tags: [],
  caret: null,
}

export const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})

export const longText = (): BlockNode[] =>
  Array.from({ length: 1_000 }, (_, index) => paragraph(`Day ${index} on the river.`))

export const isWhole = (row: { edit: object } | null): boolean => row !== null && 'document' in row.edit
