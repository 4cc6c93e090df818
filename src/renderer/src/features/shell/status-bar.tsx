import { t } from '../../../../shared/words/t.ts'
import type { TextSize } from '../../../../shared/content/text-size.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { useDeskStatus } from '../editor/desk-status.ts'
import { languageName } from '../editor/details/languages.ts'
import { heardOfLine, lineWords } from './line-words.ts'
import { useLine } from './use-line.ts'

export function StatusBar({ blog }: { blog: Blog }) {
  const line = useLine(blog.id)
  const open = useDeskStatus('open')
  const spelling = useDeskStatus('spelling')
  const words = lineWords(line, blog)
  return (
    <footer className="status-bar">
      <span className={`status-line tone-text-${words.tone}`}>
        <span className="dot" />
        <span>{words.sentence}</span>
        {/* What is heard is that the line came or went, not the minute of each round, nor what waits. */}
        <output className="visually-hidden" aria-label={t('Line', {}, 'to the blog')}>
          {heardOfLine(line, blog)}
        </output>
      </span>
      {open && (
        <span className="status-post">
          <span>
            {open.selected ? partWords(open.selected.count, open.size) : sizeWords(open.size)}
            {open.size.minutes > 0 && ` · ${t('{minutes, number} min', { minutes: open.size.minutes })}`}
          </span>
          {open.language !== '' && (
            <span>
              {languageName(open.language)}
              {spelling === 'no-dictionary' && ` · ${t('no dictionary, spelling is not checked')}`}
              {spelling === 'failed' && ` · ${t('its dictionary cannot be read')}`}
            </span>
          )}
        </span>
      )}
    </footer>
  )
}

const sizeWords = ({ count, unit }: TextSize): string =>
  unit === 'words'
    ? t('{count, plural, one {# word} other {# words}}', { count })
    : t('{count, plural, one {# character} other {# characters}}', { count })

const partWords = (selected: number, { count, unit }: TextSize): string =>
  unit === 'words'
    ? t('{selected, number} of {count, plural, one {# word} other {# words}}', { selected, count })
    : t('{selected, number} of {count, plural, one {# character} other {# characters}}', { selected, count })
