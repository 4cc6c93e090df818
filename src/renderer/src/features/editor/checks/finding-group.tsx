import { useState } from 'react'
import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { FindingActs } from './finding-acts.tsx'
import { FindingSentence } from './finding-sentence.tsx'
import { onlyFix, type Checks } from './use-checks.ts'

/** What one rule found: the first place in full, the others when asked for, and one key for all of them where that is safe. */
export function FindingGroup({ findings, checks }: { findings: Finding[]; checks: Checks }) {
  const [showsAll, setShowsAll] = useState(false)
  const [first, ...others] = findings
  if (!first) return null
  const fix = onlyFix(first)
  const canTakeAll = others.length > 0 && findings.every((finding) => onlyFix(finding)?.label === fix?.label)
  const shown = showsAll || others.length === 1 ? findings : [first]
  return (
    <li className="finding-group">
      {shown.map((finding) => (
        <div
          key={finding.fingerprint}
          className="finding"
          aria-current={finding === checks.current ? 'true' : undefined}
        >
          <p>
            <FindingSentence text={finding.sentence} />
          </p>
          {(finding === first || finding === checks.current) && <p className="finding-why">{finding.why}</p>}
          <FindingActs finding={finding} checks={checks} />
        </div>
      ))}
      {others.length > 1 && (
        <div className="finding-acts">
          {!showsAll && (
            <Button look="link" onPress={() => setShowsAll(true)}>
              {t('{count, plural, one {# more place} other {# more places}}', { count: others.length })}
            </Button>
          )}
          {canTakeAll && fix && (
            <Button look="link" onPress={() => checks.takeAll(findings)}>
              {t('{act}, all {count, number}', { act: fix.label, count: findings.length })}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
