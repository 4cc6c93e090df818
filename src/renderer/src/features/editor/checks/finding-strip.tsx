import { t } from '../../../../../shared/words/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FindingActs } from './finding-acts.tsx'
import { FindingSentence } from './finding-sentence.tsx'
import { onlyFix, type Checks } from './use-checks.ts'

/** The finding one has gone to, right under the text it is about, so that hands and eyes stay there. */
export function FindingStrip({ checks }: { checks: Checks }) {
  const { current, open } = checks
  if (!current) return null
  const fix = onlyFix(current) ?? current.fixes[0]
  return (
    <aside className={`finding-strip finding-strip-${current.severity}`} aria-label={t('What was found here')}>
      <output className="finding-strip-words">
        <strong>
          <FindingSentence text={current.sentence} />
        </strong>{' '}
        {current.why}
      </output>
      <div className="finding-strip-acts">
        <FindingActs finding={current} checks={checks} />
        <span className="field-hint">{fix && t('Alt+Enter: {act}', { act: fix.label })}</span>
      </div>
      <div className="finding-strip-steps">
        <IconButton name={t('The one before (Shift+F8)')} onPress={() => checks.step(-1)}>
          <Icon name="up" />
        </IconButton>
        <span className="field-hint">
          {t('{number, number} of {count, number}', { number: open.indexOf(current) + 1, count: open.length })}
        </span>
        <IconButton name={t('The next one (F8)')} onPress={() => checks.step(1)}>
          <Icon name="down" />
        </IconButton>
        <IconButton name={t('Leave it for now (Escape)')} onPress={checks.leave}>
          <Icon name="close" />
        </IconButton>
      </div>
    </aside>
  )
}
