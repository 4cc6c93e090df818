import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { type Live, useLive } from '../../../ui/live.ts'
import { byRule, looksWords, stopsWords } from './check-words.ts'
import { FindingSentence } from './finding-sentence.tsx'
import type { Checks } from './use-checks.ts'

const SHOWN = 5

/** What is open, said once more before it becomes public; nothing is asked about what is fine. */
export function ChecksSummary({ checks, onGone }: { checks: Live<Checks>; onGone: () => void }) {
  const { open, run } = useLive(checks)
  if (run === null) return null
  if (open.length === 0)
    return (
      <p className="checks-clear">
        <Icon name="check" /> {t('The checks found nothing to look at.')}
      </p>
    )
  const stops = open.filter(({ severity }) => severity === 'stops')
  const looks = open.filter(({ severity }) => severity !== 'stops')
  const show = (finding: Finding): void => {
    onGone()
    // After the dialog gave the focus back to where it was.
    setTimeout(() => checks.read().goTo(finding), 0)
  }
  return (
    <>
      {stops.length > 0 && <Summary title={stopsWords(stops.length)} tone="needs-you" findings={stops} onShow={show} />}
      {looks.length > 0 && <Summary title={looksWords(looks.length)} tone="waits" findings={looks} onShow={show} />}
    </>
  )
}

interface SummaryProps {
  title: string
  tone: 'needs-you' | 'waits'
  findings: Finding[]
  onShow: (finding: Finding) => void
}

function Summary({ title, tone, findings, onShow }: SummaryProps) {
  const groups = byRule(findings)
  return (
    <section className={`checks-summary tone-${tone}`} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {groups.slice(0, SHOWN).map(([first, ...others]) =>
          first ? (
            <li key={first.rule}>
              <span>
                <FindingSentence text={first.sentence} />
                {others.length > 0 && ` ${t('And {count, number} more.', { count: others.length })}`}
              </span>
              {first.where.in !== 'post' && (
                <Button
                  look="link"
                  aria-label={t('Show: {what}', { what: first.sentence })}
                  onPress={() => onShow(first)}
                >
                  {t('Show', {}, 'the place in the text')}
                </Button>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {groups.length > SHOWN && (
        <p>{t('And {count, number} more in “Before you publish”.', { count: groups.length - SHOWN })}</p>
      )}
    </section>
  )
}
