import type { EditorState } from '@tiptap/pm/state'
import type { PostDocument } from '../../../../../shared/content/document.ts'
import type { KeptUndo } from '../../../../../shared/contract/services.ts'
import { documentPrint } from './document-print.ts'
import { historyStateOf, undoStepsOf, withUndoSteps } from './undo-steps.ts'

/** After the autosave, which has the words by then: nobody waits for this. */
const PAUSE_MS = 800

interface UndoMemoryPorts {
  state: () => EditorState
  readDocument: () => PostDocument
  /** Puts the same text with its past into the editor. */
  setState: (state: EditorState) => void
  keep: (undo: KeptUndo) => Promise<void>
  /** Returns the function that takes it back. */
  later: (callback: () => void, delayMs: number) => () => void
}

/**
 * What can be undone, over a restart of the window. The steps belong to one state of the text, by its print: where the text is another when
 * the post opens again, as after a pull that merged, they are left where they are and the next pause writes over them.
 */
export class UndoMemory {
  readonly #ports: UndoMemoryPorts
  #cancel: (() => void) | null = null
  #kept: unknown = null

  constructor(ports: UndoMemoryPorts) {
    this.#ports = ports
    this.#kept = historyStateOf(ports.state())
  }

  /** Takes the past up where there is one for this very text; never throws. */
  recall(kept: KeptUndo | null): void {
    const { state, readDocument, setState } = this.#ports
    if (!kept || kept.documentPrint !== documentPrint(readDocument())) return
    const next = withUndoSteps(state(), parse(kept.steps))
    if (!next) return
    setState(next)
    this.#kept = historyStateOf(state())
  }

  readonly changed = (): void => {
    this.#cancel?.()
    this.#cancel = this.#ports.later(() => {
      this.#cancel = null
      void this.flush()
    }, PAUSE_MS)
  }

  /** At once, where there is something new: the window may be gone in a moment. */
  readonly flush = async (): Promise<void> => {
    this.stop()
    const state = this.#ports.state()
    const history = historyStateOf(state)
    if (history === this.#kept) return
    this.#kept = history
    const undo = { documentPrint: documentPrint(this.#ports.readDocument()), steps: JSON.stringify(undoStepsOf(state)) }
    // The words are safe by another way; without this only the undo key ends at this opening.
    await this.#ports.keep(undo).catch(() => (this.#kept = null))
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
