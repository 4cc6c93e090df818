import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FindingActs } from './finding-acts.tsx'
import { FindingSentence } from './finding-sentence.tsx'
import { onlyFix, type Checks } from './use-checks.ts'

/** The finding one has gone to, right under the text it is about, so that hands and eyes stay there. */
export function FindingStrip({ checks }: { checks: Checks }) {
  const { current, open } = checks
  if (!current) return null
  return (
    <aside className={`finding-strip finding-strip-${current.severity}`} aria-label="What was found here">
      <output className="finding-strip-words">
        <strong>
          <FindingSentence text={current.sentence} />
        </strong>{' '}
        {current.why}
      </output>
      <div className="finding-strip-acts">
        <FindingActs finding={current} checks={checks} />
        <span className="field-hint">
          {(onlyFix(current) ?? current.fixes[0]) && 'Alt+Enter: '}
          {(onlyFix(current) ?? current.fixes[0])?.label}
        </span>
      </div>
      <div className="finding-strip-steps">
        <IconButton name="The one before (Shift+F8)" onPress={() => checks.step(-1)}>
          <Icon name="up" />
        </IconButton>
        <span className="field-hint">
          {open.indexOf(current) + 1} of {open.length}
        </span>
        <IconButton name="The next one (F8)" onPress={() => checks.step(1)}>
          <Icon name="down" />
        </IconButton>
        <IconButton name="Leave it for now (Escape)" onPress={checks.leave}>
          <Icon name="close" />
        </IconButton>
      </div>
    </aside>
  )
}
