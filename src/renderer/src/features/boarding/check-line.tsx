import type { ReactNode } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { BoardingWords } from '../../../../shared/boarding-sentences.ts'

interface CheckLineProps {
  words: BoardingWords
  isReady: boolean
  /** Where something can be done about it. */
  children?: ReactNode
}

/** One line of the check: a word and a colour, what is so, what to do. */
export function CheckLine({ words, isReady, children }: CheckLineProps) {
  return (
    <li className="check-line">
      <span className={`badge tone-${isReady ? 'done' : 'waits'}`}>
        {isReady ? t('Ready', {}, 'state') : t('To do', {}, 'state')}
      </span>
      <div>
        <h3>{words.title}</h3>
        <p>{words.sentence}</p>
        {words.next !== '' && <p className="check-next">{words.next}</p>}
      </div>
      {children}
    </li>
  )
}
