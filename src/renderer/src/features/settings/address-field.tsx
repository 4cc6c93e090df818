import { t } from '../../../../shared/words/t.ts'
import { Choice } from '../../ui/choice.tsx'

const OFFERED = [0, 1, 3, 7, 30]

/** How long what somebody asked about a reader stays here. */
export function AddressField({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Choice
      label={t('Readers’ addresses that I looked at')}
      hint={t('The desk asks for a reader’s e-mail and network address only when you want to see them.')}
      value={String(days)}
      options={OFFERED.map((each) => ({ id: String(each), label: daysWords(each) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

function daysWords(days: number): string {
  return t(
    '{days, plural, =0 {Are not kept on this laptop} one {Are forgotten after a day} other {Are forgotten after # days}}',
    { days },
  )
}
