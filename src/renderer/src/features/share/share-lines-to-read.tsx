import { t } from '../../../../shared/words/t.ts'
import type { TextDirection } from '../../../../shared/content/document.ts'
import { languageDirection } from '../../../../shared/content/language-direction.ts'
import { isBlankLine, type ShareLine } from '../../../../shared/domain/share-line.ts'
import { shareLineName } from '../../../../shared/share/share-line-name.ts'
import { languageName } from '../editor/details/languages.ts'
import './share.css'

interface ShareLinesToReadProps {
  lines: readonly ShareLine[]
  post: { language: string; direction: TextDirection }
}

/** What is said, where nobody writes. */
export function ShareLinesToRead({ lines, post }: ShareLinesToReadProps) {
  const said = lines.filter((line) => !isBlankLine(line))
  return (
    <section className="field" aria-label={t('Share lines')}>
      <span className="field-label">{t('Share lines')}</span>
      {said.length === 0 ? (
        <span className="field-hint">{t('None', {}, 'share lines')}</span>
      ) : (
        <dl className="share-said">
          {said.map((line) => {
            const language = line.language === '' ? post.language : line.language
            return (
              <div key={line.id}>
                <dt className="field-hint">
                  <bdi>{shareLineName(line)}</bdi>
                  {line.language !== '' && `, ${languageName(line.language)}`}
                </dt>
                <dd
                  className="note-words writers-voice"
                  lang={language || undefined}
                  dir={line.language === '' ? post.direction : languageDirection(line.language)}
                >
                  {line.text}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}
