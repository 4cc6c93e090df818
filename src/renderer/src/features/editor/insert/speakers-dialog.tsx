import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { insertInterview } from './interview.ts'

interface SpeakersDialogProps {
  editor: Editor
  isOpen: boolean
  onClose: () => void
}

/** Who asks and who answers, by their initials, before the first question. */
export function SpeakersDialog({ editor, isOpen, onClose }: SpeakersDialogProps) {
  return (
    <Dialog title={t('Interview', {}, 'a block of the text')} isOpen={isOpen} onClose={onClose}>
      <SpeakersForm editor={editor} onClose={onClose} />
    </Dialog>
  )
}

function SpeakersForm({ editor, onClose }: Pick<SpeakersDialogProps, 'editor' | 'onClose'>) {
  const [asks, setAsks] = useState('Q')
  const [answers, setAnswers] = useState('A')
  return (
    <Form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        insertInterview(editor, { asks, answers })
        // Behind the dialog's own return of the focus.
        requestAnimationFrame(() => editor.view.focus())
      }}
    >
      <TextField className="field" autoFocus value={asks} onChange={setAsks}>
        <Label>{t('Initials of who asks')}</Label>
        <Input className="input" dir="auto" maxLength={24} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <TextField className="field" value={answers} onChange={setAnswers}>
        <Label>{t('Initials of who answers')}</Label>
        <Input className="input" dir="auto" maxLength={24} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <p className="field-hint">
        {t(
          'Enter goes on with the same voice. Enter on an empty line hands over to the other; once more ends the interview.',
        )}
      </p>
      <div className="dialog-actions">
        <Button type="submit" look="primary">
          {t('Begin the interview')}
        </Button>
      </div>
    </Form>
  )
}
