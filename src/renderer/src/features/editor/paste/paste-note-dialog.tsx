import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { PasteNote } from './paste-words.ts'

/** What a paste left out, line by line. */
export function PasteNoteDialog({ note, onClose }: { note: PasteNote | null; onClose: () => void }) {
  return (
    <Dialog title={t('What was left out')} isOpen={note !== null} onClose={onClose}>
      <ul className="paste-note">
        {note?.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="field-hint">{t('To have only the words, without any form, paste with Ctrl+Shift+V.')}</p>
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}
