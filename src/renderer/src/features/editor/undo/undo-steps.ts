import type { Node, Schema } from '@tiptap/pm/model'
import { closeHistory, redo, undo } from '@tiptap/pm/history'
import { EditorState, Selection, type Plugin } from '@tiptap/pm/state'
import { Step } from '@tiptap/pm/transform'

/** One press of the undo key: the steps it takes, in their order, and where the caret is then. */
interface UndoGroup {
  steps: unknown[]
  selection: unknown
}

/** What can be undone and redone from one state of the text, nearest first. */
export interface UndoSteps {
  version: 1
  undo: UndoGroup[]
  redo: UndoGroup[]
}

const MOST_GROUPS = 200
const MOST_CHARACTERS = 512 * 1024

const historyOf = (state: EditorState): Plugin | undefined =>
  state.plugins.find((plugin) => (plugin as unknown as { key: string }).key === 'history$')

/** Changes with every step, and only then. */
export const historyStateOf = (state: EditorState): unknown => historyOf(state)?.getState(state)

/**
 * Goes back through the history of a copy of the state and writes down what that took: so a change that came from the blog meanwhile is
 * allowed for, as it is by the key itself.
 */
export function undoStepsOf(state: EditorState): UndoSteps {
  const plugin = historyOf(state)
  const steps: UndoSteps = { version: 1, undo: [], redo: [] }
  if (!plugin) return steps
  const alone = state.reconfigure({ plugins: [plugin] })
  let characters = walk(alone, undo, steps.undo, 0)
  characters = walk(alone, redo, steps.redo, characters)
  return steps
}

function walk(from: EditorState, command: typeof undo, groups: UndoGroup[], charactersBefore: number): number {
  let state = from
  let characters = charactersBefore
  while (groups.length < MOST_GROUPS) {
    const before = state
    let group: UndoGroup | null = null
    command(state, (tr) => {
      group = { steps: tr.steps.map((step) => step.toJSON() as unknown), selection: tr.selection.toJSON() }
      state = state.apply(tr)
    })
    if (state === before || group === null) break
    characters += JSON.stringify(group).length
    if (characters > MOST_CHARACTERS) break
    groups.push(group)
  }
  return characters
}

/**
 * The same text with a past: the steps are gone back to the oldest and taken again, so that the editor's own history knows them. null
 * where they do not fit this text, or are no steps of this schema; never throws.
 */
export function withUndoSteps(state: EditorState, steps: unknown): EditorState | null {
  const plugin = historyOf(state)
  if (!plugin || !isUndoSteps(steps)) return null
  try {
    const past = goBack(state.doc, steps.undo)
    let replayed = EditorState.create({ doc: past.doc, plugins: [plugin] })
    for (const { forward, caret } of past.groups.toReversed()) replayed = take(replayed, forward, caret)
    for (const { steps: group } of steps.redo) replayed = take(replayed, stepsIn(state.schema, group), null)
    for (let count = 0; count < steps.redo.length; count += 1) undo(replayed, (tr) => (replayed = replayed.apply(tr)))
    if (!replayed.doc.eq(state.doc)) return null
    const selection = Selection.fromJSON(replayed.doc, state.selection.toJSON())
    // What is typed next is a step of its own.
    return replayed.apply(closeHistory(replayed.tr).setSelection(selection)).reconfigure({ plugins: state.plugins })
  } catch {
    return null
  }
}

interface Past {
  doc: Node
  groups: { forward: Step[]; caret: unknown }[]
}

function goBack(now: Node, undoGroups: readonly UndoGroup[]): Past {
  let doc = now
  const groups = undoGroups.map(({ steps, selection }) => {
    const forward: Step[] = []
    for (const step of stepsIn(now.type.schema, steps)) {
      const before = doc
      doc = applied(step, doc)
      forward.unshift(step.invert(before))
    }
    return { forward, caret: selection }
  })
  return { doc, groups }
}

const stepsIn = (schema: Schema, steps: readonly unknown[]): Step[] =>
  steps.map((step) => Step.fromJSON(schema, step as Parameters<typeof Step.fromJSON>[1]))

function applied(step: Step, doc: Node): Node {
  const { doc: after, failed } = step.apply(doc)
  if (!after) throw new Error(failed ?? 'the step does not fit')
  // What a step brings may be anything by now; the schema decides, of the blocks that are not the ones from before.
  const shift = doc.childCount - after.childCount
  after.forEach((block, _offset, index) => {
    if (doc.maybeChild(index) !== block && doc.maybeChild(index + shift) !== block) block.check()
  })
  return after
}

function take(before: EditorState, steps: readonly Step[], caret: unknown): EditorState {
  const state =
    caret === null
      ? before
      : before.apply(
          before.tr.setSelection(Selection.fromJSON(before.doc, caret as Parameters<typeof Selection.fromJSON>[1])),
        )
  const tr = closeHistory(state.tr)
  for (const step of steps) tr.step(step)
  return state.apply(tr)
}

function isUndoSteps(value: unknown): value is UndoSteps {
  if (typeof value !== 'object' || value === null) return false
  const { version, undo, redo } = value as Partial<Record<keyof UndoSteps, unknown>>
  return version === 1 && isGroups(undo) && isGroups(redo)
}

const isGroups = (value: unknown): value is UndoGroup[] =>
  Array.isArray(value) && value.every((group: Partial<UndoGroup> | null) => Array.isArray(group?.steps))
