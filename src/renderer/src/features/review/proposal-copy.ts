import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { type CoreAccess, useCore } from '../../api/queries.ts'
import type { PostWords } from '../../../../shared/domain/post.ts'
import type { Review } from '../../../../shared/domain/review.ts'
import { AppError, type AppErrorData } from '../../../../shared/errors.ts'
import { Autosave, type SaveState } from '../editor/autosave.ts'
import { setDeskStatus } from '../editor/desk-status.ts'
import { readDocument } from '../editor/read-document.ts'
import type { PostFields } from '../editor/working-copy.ts'

interface Shown {
  fields: PostFields
  save: SaveState
}

const started = new Set<ProposalCopy>()

/** Everything typed into an open review is kept when this resolves: what comes in from elsewhere is joined to it, and not typed over. */
export async function flushProposals(): Promise<void> {
  await Promise.all([...started].map((copy) => copy.handOver()))
}

/** What a reviewer makes of the text, and its way into the core: the fields live here, the text in the editor. */
export class ProposalCopy {
  readonly #reviewId: Review['id']
  readonly #access: Pick<CoreAccess, 'client' | 'core' | 'queryClient'>
  readonly #autosave: Autosave
  readonly #listeners = new Set<() => void>()
  #editor: Editor | null = null
  #name = ''
  #shown: Shown
  /** As it was read, and then as it was sent last: what comes in beside it is joined to it. */
  #over: PostWords
  /** Of the newest proposal that has no answer yet: a page that goes sends its last over it, and the core hears it first. */
  #onItsWay: PostWords | null = null
  #sent: { sequence: number; savedAt: string } | null = null
  /** As the core answered the newest proposal. */
  #answer: Review | null = null

  constructor(review: Review, access: Pick<CoreAccess, 'client' | 'core' | 'queryClient'>) {
    this.#reviewId = review.id
    this.#over = { ...fieldsOf(review), document: review.proposed.document }
    this.#access = access
    this.#shown = { fields: fieldsOf(review), save: { kind: 'untouched' } }
    this.#autosave = new Autosave({
      send: (sequence) => this.#send(sequence),
      commit: () => Promise.resolve(this.#sent),
      onState: (save) => {
        if (save.kind === 'saving' && this.#shown.save.kind === 'saving') return
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

  /** Returns the function that saves and stops. */
  start(editor: Editor): () => void {
    this.#editor = editor
    started.add(this)
    const flush = (): void => void this.flush()
    window.addEventListener('blur', flush)
    const leave = (): void => this.#autosave.leave()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', leave)
      started.delete(this)
      this.#remember()
      void this.flush().then(() => this.#remember())
    }
  }

  /** Whoever opens the text next begins with what was proposed here, not with what was read before. */
  #remember(): void {
    const { core, queryClient } = this.#access
    if (this.#answer) queryClient.setQueryData(core.reviews.get.queryKey({ reviewId: this.#reviewId }), this.#answer)
  }

  /** What is kept by now is what comes from elsewhere next, and no older answer is remembered over it. */
  async handOver(): Promise<void> {
    await this.flush()
    this.#remember()
    this.#answer = null
  }

  /** Under whose name it is proposed from now on. */
  actAs(name: string): void {
    this.#name = name
  }

  /** Shows what came from elsewhere; nothing is sent. */
  showFields(fields: PostFields): void {
    this.#change({ fields })
  }

  readonly setFields = (patch: Partial<PostFields>): void => {
    this.#change({ fields: { ...this.#shown.fields, ...patch } })
    this.textChanged()
  }

  readonly textChanged = (): void => this.#autosave.changed()

  /** Everything typed is kept when this resolves, or what failed shows in `save`. */
  readonly flush = async (): Promise<void> => void (await this.#autosave.flush())

  /** Everything typed is kept when this resolves; rejects with the AppError that kept it from being so. For what is done with the words next. */
  readonly keep = async (): Promise<void> => {
    await this.flush()
    const { save } = this.#shown
    if (save.kind === 'failed') throw new AppError(save.error)
  }

  async #send(sequence: number): Promise<void> {
    if (!this.#editor || this.#name === '') return
    const words = { ...this.#shown.fields, document: readDocument(this.#editor) }
    const over = this.#onItsWay ?? this.#over
    this.#onItsWay = words
    try {
      const answer = await this.#access.client.reviews.propose.mutate({
        reviewId: this.#reviewId,
        words,
        over,
        name: this.#name,
      })
      // Of two that were under way at once the later one counts, whichever answer comes first.
      if (this.#sent && this.#sent.sequence > sequence) return
      this.#answer = answer
      this.#over = words
      this.#sent = { sequence, savedAt: new Date().toISOString() }
      this.#autosave.saved(sequence, this.#sent.savedAt)
    } finally {
      if (this.#onItsWay === words) this.#onItsWay = null
    }
  }

  #change(patch: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...patch }
    for (const listener of this.#listeners) listener()
  }
}

export function useProposalCopy(review: Review): { copy: ProposalCopy; fields: PostFields } {
  const access = useCore()
  const [copy] = useState(() => new ProposalCopy(review, access))
  return { copy, fields: useSyncExternalStore(copy.subscribe, () => copy.read().fields) }
}

/** Starts the way into the core once the editor stands. */
export function useStartProposal(copy: ProposalCopy, editor: Editor, name: string): void {
  useEffect(() => copy.actAs(name), [copy, name])
  useEffect(() => copy.start(editor), [copy, editor])
}

/** Why the newest words are not saved; null while they are, or soon will be. */
export function useProposalProblem(copy: ProposalCopy): AppErrorData | null {
  const save = useSyncExternalStore(copy.subscribe, () => copy.read().save)
  return save.kind === 'failed' ? save.error : null
}

export function fieldsOf({ proposed }: Pick<Review, 'proposed'>): PostFields {
  const { title, excerpt, language, direction, categoryIds, tags, shareLines } = proposed
  return { title, excerpt, language, direction, categoryIds, tags, shareLines }
}
