import type { Editor } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { offerUndo } from '../undo/offer-undo.ts'
import { makeBlocks } from './make-blocks.ts'
import { becomesBlocks, type ClassicForm } from './use-classic-form.ts'

/** Says of a classic post how it will go back, and offers to make blocks of it. Nothing for any other. */
export function ClassicFormLine({ editor, form }: { editor: Editor; form: ClassicForm }) {
  if (!form.isClassic) return null
  return (
    <div className="where">
      <h2 className="field-label">{t('Its form')}</h2>
      <p>
        {form.blockOnly === null
          ? t(
              'Classic, as WordPress wrote before it had blocks. It goes back the same way; only what you change differs.',
            )
          : becomesBlocks(form.blockOnly)}
      </p>
      <Button
        look="link"
        onPress={() => {
          makeBlocks(editor)
          offerUndo(editor, t('The post is made of blocks now. Nothing was sent.'))
        }}
      >
        {t('Make blocks of it')}
      </Button>
    </div>
  )
}
