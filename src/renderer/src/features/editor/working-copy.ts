import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { type CoreAccess, useCore } from '../../api/queries.ts'
import type { ChangeEvent } from '../../../../shared/contract/wire.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { AppError, type AppErrorData } from '../../../../shared/errors.ts'
import type { Post, PostWords } from '../../../../shared/domain/post.ts'
import { Autosave, type SaveState } from './autosave.ts'
import { setDeskStatus } from './desk-status.ts'
import { HandOver } from './hand-over.ts'
import { replaceDocument } from './replace-document.ts'

/** Everything about a post that is not its text. */
export type PostFields = Omit<PostWords, 'document'>

interface Shown {
  fields: PostFields
  save: SaveState
}

/**
 * The words in this window and their way into the core: the fields live here, the text lives in the editor. What the blog
 * brings underneath is shown only while nobody types; else the core keeps both texts and says so.
 */
export class WorkingCopy {
  readonly #postId: PostId
  /** Tells this opening of the post from others, as in a second browser tab. */
  readonly #window = crypto.randomUUID()
  readonly #access: Pick<CoreAccess, 'client' | 'transport'>
  readonly #autosave: Autosave
  readonly #handOver: HandOver
  readonly #listeners = new Set<() => void>()
  #editor: Editor | null = null
  #shown: Shown
  #typedCount = 0
  #mergesSeen: number
  /** The newest time that the core told of what this window shows. */
  #knownMs: number

  constructor(post: Post, access: Pick<CoreAccess, 'client' | 'transport'>) {
    const { client } = access
    this.#postId = post.id
    this.#access = access
    this.#mergesSeen = post.mergeCount
    this.#knownMs = Date.parse(post.editedAt)
    this.#shown = { fields: fieldsOf(post), save: saveOf(post) }
    this.#handOver = new HandOver((edit) => client.posts.edit.mutate(edit))
    this.#autosave = new Autosave({
      send: (sequence) => this.#send(sequence),
      commit: async () => {
        const saved = await client.posts.flush.mutate({ postId: post.id })
        return saved?.window === this.#window ? saved : null
      },
      onState: (save) => {
        // Each key says so again; what hangs on it is drawn once.
        if (save.kind === 'saving' && this.#shown.save.kind === 'saving') return
        if (save.kind === 'saved') this.#knownMs = Date.parse(save.savedAt)
        this.#change({ save })
        setDeskStatus({ save })
      },
      errorOf: appErrorOf,
      nowMs: () => Date.now(),
      schedule: (callback, delayMs) => {
        const timer = setTimeout(callback, delayMs)
        return () => clearTimeout(timer)
      },
    })
  }

  readonly read = (): Shown => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Returns the function that flushes and stops; nothing is lost when the place is left. */
  start(editor: Editor): () => void {
    this.#editor = editor
    const { transport } = this.#access
    const stopEvents = transport.onChange((event) => this.#hear(event))
    const stopReconnects = transport.onReconnected(() => this.#catchUp({ mayBeOlder: false }))
    const flush = (): void => void this.flush()
    const leave = (): void => this.#autosave.leave()
    const flushWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      stopEvents()
      stopReconnects()
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      flush()
    }
  }

  readonly setFields = (patch: Partial<PostFields>): void => {
    this.#change({ fields: { ...this.#shown.fields, ...patch } })
    this.textChanged()
  }

  readonly textChanged = (): void => {
    this.#typedCount += 1
    this.#autosave.changed()
  }

  readonly caretMoved = (): void => this.#autosave.caretMoved()

  /** Everything typed is committed when this resolves, or what failed shows in `save`. */
  readonly flush = async (): Promise<void> => void (await this.#autosave.flush())

  /** Everything typed is committed when this resolves; rejects with the AppError that kept it from being so. For what is done with the words next. */
  readonly keep = async (): Promise<void> => {
    const error = await this.#autosave.flush()
    const { save } = this.#shown
    if (error) throw new AppError(error)
    if (save.kind === 'failed') throw new AppError(save.error)
  }

  /** Shows the words the core answered with, such as a restored version. */
  show(post: Post, options: { canUndo: boolean }): void {
    this.#mergesSeen = post.mergeCount
    this.#knownMs = Date.parse(post.editedAt)
    const isProblem = post.saveProblem !== undefined || this.#shown.save.kind === 'failed'
    this.#change({ fields: fieldsOf(post), ...(isProblem && { save: saveOf(post) }) })
    if (this.#editor && !this.#editor.isDestroyed) replaceDocument(this.#editor, post.document, options)
  }

  async #send(sequence: number): Promise<void> {
    const editor = this.#editor
    if (!editor) return
    const { doc, selection } = editor.state
    await this.#handOver.send(doc, {
      postId: this.#postId,
      window: this.#window,
      sequence,
      mergesSeen: this.#mergesSeen,
      ...this.#shown.fields,
      caret: { anchor: selection.anchor, head: selection.head },
    })
  }

  #hear(event: ChangeEvent): void {
    if (event.topic === 'core-restarted') this.#catchUp({ mayBeOlder: event.isOtherDesk !== true })
    if (!('postId' in event) || event.postId !== this.#postId) return
    if (event.topic === 'saved' && event.window === this.#window) this.#autosave.saved(event.sequence, event.savedAt)
    // Of another window: what this one shows is older, and must not be sent over it.
    if (event.topic === 'save-failed' && event.window === this.#window) this.#autosave.failed(event.error)
    if (event.topic === 'posts') void this.#followBlog()
  }

  /**
   * Something may have been missed, or lost. A window of which everything is saved has nothing to send, since others may have written after it;
   * `mayBeOlder`: unless the core has less than it told of, as where a damaged desk was mended.
   */
  #catchUp(found: { mayBeOlder: boolean }): void {
    if (!this.#autosave.sendAgain()) void this.#followBlog(found)
  }

  async #followBlog({ mayBeOlder } = { mayBeOlder: false }): Promise<void> {
    if (this.#autosave.hasUnsent) return
    const typedBefore = this.#typedCount
    try {
      const newer = await this.#access.client.posts.get.query({ postId: this.#postId })
      if (this.#typedCount !== typedBefore || this.#autosave.hasUnsent) return
      if (mayBeOlder && Date.parse(newer.editedAt) < this.#knownMs) this.textChanged()
      else this.show(newer, { canUndo: false })
    } catch {
      // The list says what happened to the post; the words here stay as they are.
    }
  }

  #change(patch: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...patch }
    for (const listener of this.#listeners) listener()
  }
}

/** One working copy per open post, for as long as its editor is shown. Drawn anew when the fields change, not with each save. */
export function useWorkingCopy(post: Post): { copy: WorkingCopy; fields: PostFields } {
  const access = useCore()
  const [copy] = useState(() => new WorkingCopy(post, access))
  return { copy, fields: useSyncExternalStore(copy.subscribe, () => copy.read().fields) }
}

/** Why the newest words are not saved; null while they are, or soon will be. */
export function useSaveProblem(copy: WorkingCopy): AppErrorData | null {
  const save = useSyncExternalStore(copy.subscribe, () => copy.read().save)
  return save.kind === 'failed' ? save.error : null
}

/** Starts the way into the core once the editor stands. */
export function useStartWorkingCopy(copy: WorkingCopy, editor: Editor): void {
  useEffect(() => copy.start(editor), [copy, editor])
}

const saveOf = ({ saveProblem: error }: Post): SaveState => (error ? { kind: 'failed', error } : { kind: 'untouched' })

function fieldsOf(words: PostWords): PostFields {
  const { title, excerpt, language, direction, categoryIds, tags, shareLines } = words
  return { title, excerpt, language, direction, categoryIds, tags, shareLines }
}
