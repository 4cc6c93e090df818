import { t } from '../../../../shared/words/t.ts'
import type { ImportReport } from '../../../../shared/domain/interchange.ts'
import { leftWords, takenWords } from '../../../../shared/interchange-sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Rich } from '../../ui/rich.tsx'
import './interchange.css'

interface ImportReportDialogProps {
  fileName: string
  report: ImportReport
  onClose: () => void
}

/** What came over from a file and what did not; remarks from its margin can be read here and nowhere else. */
export function ImportReportDialog({ fileName, report, onClose }: ImportReportDialogProps) {
  const { taken, left, comments } = report
  return (
    <Dialog title={t('What came over')} isOpen onClose={onClose}>
      <p>
        <Rich
          message="<file>“{name}”</file> is a draft now. Nothing was sent, and the file was left as it is."
          values={{ name: fileName }}
          parts={{ file: <bdi /> }}
        />
      </p>
      {taken.length > 0 && (
        <section className="import-part">
          <h3>{t('Here', {}, 'what came over')}</h3>
          <ul>
            {taken.map(({ what, count }) => (
              <li key={what}>{takenWords(what, count)}</li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section className="import-part import-left">
          <h3>{t('Left out', {}, 'what did not come over')}</h3>
          <ul>
            {left.map(({ what, count }) => (
              <li key={what}>{leftWords(what, count)}</li>
            ))}
          </ul>
        </section>
      )}
      {comments.length > 0 && (
        <section className="import-part">
          <h3>{t('Said in the margin')}</h3>
          <ul className="import-comments">
            {comments.map(({ author, text }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- remarks have no identity and never move
              <li key={index}>
                <strong dir="auto">{author === '' ? t('Somebody') : author}</strong>
                <span className="writers-voice" dir="auto">
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Go to the text')}
        </Button>
      </div>
    </Dialog>
  )
}
