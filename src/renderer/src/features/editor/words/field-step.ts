import type { Editor } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Step, StepResult } from '@tiptap/pm/transform'
import { useEffect } from 'react'
import type { WorkingCopy } from '../working-copy.ts'

/** What is no part of the document and can still be changed together with it. */
export type StepField = 'title' | 'excerpt'

/**
 * A change of the title or the excerpt as a step of the text's history, so that one undo takes back all that was replaced at once, over
 * a restart too. The document stays as it is; the field is changed by followFieldSteps, and only where `before` still stands.
 */
export class FieldStep extends Step {
  readonly field: StepField
  readonly before: string
  readonly after: string

  constructor(field: StepField, before: string, after: string) {
    super()
    this.field = field
    this.before = before
    this.after = after
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc)
  }

  override invert(): FieldStep {
    return new FieldStep(this.field, this.after, this.before)
  }

  override map(): FieldStep {
    return this
  }

  override toJSON(): Record<string, string> {
    const { field, before, after } = this
    return { stepType: 'field', field, before, after }
  }

  static override fromJSON(_schema: Schema, { field, before, after }: Record<string, unknown>): FieldStep {
    const isField = field === 'title' || field === 'excerpt'
    if (!isField || typeof before !== 'string' || typeof after !== 'string') throw new RangeError('no step of a field')
    return new FieldStep(field, before, after)
  }
}
Step.jsonID('field', FieldStep)

/** The fields after the steps of a transaction; the same object where it has none for them. */
export function afterFieldSteps<Fields extends Record<StepField, string>>(
  { steps }: Pick<Transaction, 'steps'>,
  fields: Fields,
): Fields {
  return steps.reduce(
    (now, step) =>
      step instanceof FieldStep && now[step.field] === step.before ? { ...now, [step.field]: step.after } : now,
    fields,
  )
}

/** Takes what such a step says, done or undone, into the fields of the post. */
export function useFieldSteps(editor: Editor, copy: Pick<WorkingCopy, 'read' | 'setFields'>): void {
  useEffect(() => {
    const follow = ({ transaction }: { transaction: Transaction }): void => {
      const { title, excerpt } = copy.read().fields
      const before = { title, excerpt }
      const after = afterFieldSteps(transaction, before)
      if (after !== before) copy.setFields(after)
    }
    editor.on('transaction', follow)
    return () => void editor.off('transaction', follow)
  }, [editor, copy])
}
