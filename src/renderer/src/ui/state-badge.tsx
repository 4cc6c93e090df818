import type { StateWords } from '../../../shared/sentences.ts'

/** A state's word in its colour; the sentence is its tooltip. */
export function StateBadge({ words }: { words: StateWords }) {
  return (
    <span className={`badge tone-${words.tone}`} title={words.sentence}>
      {words.word}
    </span>
  )
}
