import { Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { detailsFieldId } from '../details/focus-details-field.ts'

/** The day on which a position is looked at again; it stays on this laptop. */
export function ReviewDay({ day, onChange }: { day: string | null; onChange: (day: string | null) => void }) {
  return (
    <TextField
      className="review-day"
      type="date"
      value={day ?? ''}
      onChange={(typed) => onChange(/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : null)}
    >
      <Label>{t('Look at it again on')}</Label>
      <Input id={detailsFieldId('review-by')} className="input" />
    </TextField>
  )
}
