import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { useDeskStatus } from '../editor/desk-status.ts'
import { languageName } from '../editor/details/languages.ts'
import { lineWords } from './line-words.ts'

const WORDS_PER_MINUTE = 220

export function StatusBar({ blog, line }: { blog: Blog; line: Line | undefined }) {
  const { open } = useDeskStatus()
  const words = lineWords(line, blog)
  return (
    <footer className="status-bar">
      <span className={`status-line tone-text-${words.tone}`}>
        <span className="dot" />
        <output aria-label="Line">{words.sentence}</output>
      </span>
      {open && (
        <span className="status-post">
          {open.wordCount === 1 ? '1 word' : `${open.wordCount.toLocaleString('en-GB')} words`} ·{' '}
          {Math.max(1, Math.round(open.wordCount / WORDS_PER_MINUTE))} min
          {open.language !== '' && <span className="status-language">{languageName(open.language)}</span>}
        </span>
      )}
    </footer>
  )
}
