import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { numberWords } from '../../../../../shared/words/number-words.ts'
import { useState } from 'react'
import { type Live, useLivePart } from '../../../ui/live.ts'
import { openWords } from './check-words.ts'
import type { Checks } from './use-checks.ts'

/** How many things are open, beside the name of their tab; read out when it changes, not when the post opens. */
export function OpenCount({ checks }: { checks: Live<Checks> }) {
  const open = useLivePart(checks, (now) => now.open)
  const stops = open.filter(({ severity }) => severity === 'stops').length
  if (open.length === 0) return null
  return (
    <span className={stops > 0 ? 'details-count details-count-stops' : 'details-count'} title={openWords(open)}>
      {numberWords(open.length)}
    </span>
  )
}

/** Says the number in words where nobody has to look for it. */
export function OpenCountSpoken({ open }: { open: readonly Finding[] | null }) {
  const words = open && openWords(open)
  const [heard, setHeard] = useState<{ words: string | null; isFirst: boolean }>({ words: null, isFirst: true })
  if (words !== null && words !== heard.words) setHeard({ words, isFirst: heard.words === null })
  return <output className="visually-hidden">{heard.isFirst ? '' : heard.words}</output>
}
