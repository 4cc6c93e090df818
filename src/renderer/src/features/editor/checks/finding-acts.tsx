import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { Button } from '../../../ui/button.tsx'
import { quoted } from '../../../../../shared/content/checks/place.ts'
import { t } from '../../../../../shared/words/t.ts'
import type { Checks } from './use-checks.ts'

/** What can be done about one finding. Where nothing can be, it is at least shown. */
export function FindingActs({ finding, checks }: { finding: Finding; checks: Checks }) {
  const { fixes, severity, where } = finding
  const showsItself = fixes.some(({ change }) => change.kind === 'go')
  const of = quoted(finding.sentence)
  return (
    <div className="finding-acts">
      {fixes.map((fix) => (
        <Button
          key={fix.label}
          look="link"
          aria-label={t('{act}: {what}', { act: fix.label, what: of })}
          onPress={() => checks.take(finding, fix)}
        >
          {fix.label}
        </Button>
      ))}
      {!showsItself && where.in !== 'post' && (
        <Button look="link" aria-label={t('Show: {what}', { what: of })} onPress={() => checks.goTo(finding)}>
          {t('Show', {}, 'the place in the text')}
        </Button>
      )}
      {severity !== 'stops' && (
        <Button
          look="link"
          aria-label={t('It is fine: {what}', { what: of })}
          onPress={() => checks.setFine(finding, true)}
        >
          {t('It is fine')}
        </Button>
      )}
    </div>
  )
}
