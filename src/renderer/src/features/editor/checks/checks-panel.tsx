import { useState } from 'react'
import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { type Live, useLive, useLivePart } from '../../../ui/live.ts'
import { byRule, looksWords, stopsWords } from './check-words.ts'
import { FindingGroup } from './finding-group.tsx'
import { FindingSentence } from './finding-sentence.tsx'
import type { Spelling } from '../spelling/use-spelling.ts'
import type { Checks } from './use-checks.ts'
import './checks.css'

const RulesDialog = laterDialog(async () => (await import('../../settings/rules-dialog.tsx')).RulesDialog)

/** Before you publish: what stops the post, what is to look at, what is fine. Everything runs on this laptop; nothing is changed by itself. */
export function ChecksPanel(shown: { checks: Live<Checks>; spelling: Live<Spelling> }) {
  const checks = useLive(shown.checks)
  const ignoredCount = useLivePart(shown.spelling, (now) => now.ignoredCount)
  const [isRulesOpen, setIsRulesOpen] = useState(false)
  const { run, open, calledFine } = checks
  const stops = open.filter(({ severity }) => severity === 'stops')
  const looks = open.filter(({ severity }) => severity !== 'stops')
  return (
    <>
      {run === null && <p className="field-hint">{t('Looking through the post…')}</p>}
      {run !== null && open.length === 0 && (
        <p className="checks-clear">
          <Icon name="check" /> {t('Nothing to look at.')}
        </p>
      )}
      {stops.length > 0 && (
        <FindingCard title={stopsWords(stops.length)} tone="needs-you" findings={stops} checks={checks} />
      )}
      {looks.length > 0 && (
        <FindingCard title={looksWords(looks.length)} tone="waits" findings={looks} checks={checks} />
      )}
      {run !== null && run.fine.length > 0 && (
        <ul className="checks-fine" aria-label={t('Fine', {}, 'what the checks found in order')}>
          {run.fine.map(({ rule, sentence }) => (
            <li key={rule}>
              <Icon name="check" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {calledFine.length > 0 && <CalledFine findings={calledFine} checks={checks} />}
      {ignoredCount > 0 && (
        <div className="checks-called-fine">
          <Button look="link" onPress={() => shown.spelling.read().showIgnored()}>
            {t('{count, plural, one {# word you ignore here…} other {# words you ignore here…}}', {
              count: ignoredCount,
            })}
          </Button>
        </div>
      )}
      <p className="field-hint">
        {t('F8 goes from one to the next. The checks run on this laptop and change nothing by themselves.')}{' '}
        <Button look="link" onPress={() => setIsRulesOpen(true)}>
          {t('Rules and names…')}
        </Button>
      </p>
      <RulesDialog isOpen={isRulesOpen} onClose={() => setIsRulesOpen(false)} />
    </>
  )
}

interface FindingCardProps {
  title: string
  tone: 'needs-you' | 'waits'
  findings: Finding[]
  checks: Checks
}

function FindingCard({ title, tone, findings, checks }: FindingCardProps) {
  return (
    <section className="finding-card" aria-label={title}>
      <h2>
        {title}
        <span className={`finding-dot finding-dot-${tone}`} />
      </h2>
      <ul>
        {byRule(findings).map((group) => (
          <FindingGroup key={group[0]?.rule} findings={group} checks={checks} />
        ))}
      </ul>
    </section>
  )
}

function CalledFine({ findings, checks }: { findings: Finding[]; checks: Checks }) {
  const [isShown, setIsShown] = useState(false)
  const count = findings.length
  return (
    <div className="checks-called-fine">
      <Button look="link" aria-expanded={isShown} onPress={() => setIsShown(!isShown)}>
        {t('{count, plural, one {# thing you called fine} other {# things you called fine}}', { count })}
      </Button>
      {isShown && (
        <ul>
          {findings.map((finding) => (
            <li key={finding.fingerprint}>
              <p>
                <FindingSentence text={finding.sentence} />
              </p>
              <Button look="link" onPress={() => checks.setFine(finding, false)}>
                {t('Look at it again')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
