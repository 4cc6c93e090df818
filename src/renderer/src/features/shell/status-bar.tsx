import type { TextSize } from '../../../../shared/content/text-size.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { useDeskStatus } from '../editor/desk-status.ts'
import { languageName } from '../editor/details/languages.ts'
import { lineWords } from './line-words.ts'

export function StatusBar({ blog, line }: { blog: Blog; line: Line | undefined }) {
  const { open, spelling } = useDeskStatus()
  const words = lineWords(line, blog)
  return (
    <footer className="status-bar">
      <span className={`status-line tone-text-${words.tone}`}>
        <span className="dot" />
        <output aria-label="Line">{words.sentence}</output>
      </span>
      {open && (
        <span className="status-post">
          <span>
            {open.selected && `${open.selected.count.toLocaleString('en-GB')} of `}
            {sizeWords(open.size)}
            {open.size.minutes > 0 && ` · ${open.size.minutes} min`}
          </span>
          {open.language !== '' && (
            <span>
              {languageName(open.language)}
              {spelling === 'no-dictionary' && ' · no dictionary, spelling is not checked'}
              {spelling === 'failed' && ' · its dictionary cannot be read'}
            </span>
          )}
        </span>
      )}
    </footer>
  )
}

const sizeWords = ({ count, unit }: TextSize): string =>
  count === 1 ? `1 ${unit.slice(0, -1)}` : `${count.toLocaleString('en-GB')} ${unit}`
