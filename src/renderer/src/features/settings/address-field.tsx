import { Choice } from '../../ui/choice.tsx'

const OFFERED = [0, 1, 3, 7, 30]

/** How long what somebody asked about a reader stays here. */
export function AddressField({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Choice
      label="Readers’ addresses that I looked at"
      hint="The desk asks for a reader’s e-mail and network address only when you want to see them."
      value={String(days)}
      options={OFFERED.map((each) => ({ id: String(each), label: daysWords(each) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}

function daysWords(days: number): string {
  if (days === 0) return 'Are not kept on this laptop'
  return days === 1 ? 'Are forgotten after a day' : `Are forgotten after ${days} days`
}
