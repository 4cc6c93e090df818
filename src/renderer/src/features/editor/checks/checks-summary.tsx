import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { byRule, looksWords, stopsWords } from './check-words.ts'
import type { Checks } from './use-checks.ts'

const SHOWN = 5

/** What is open, said once more before it becomes public; nothing is asked about what is fine. */
export function ChecksSummary({ checks, onGone }: { checks: Checks; onGone: () => void }) {
  const { open, run } = checks
  if (run === null) return null
  const stops = open.filter(({ severity }) => severity === 'stops').length
  const groups = byRule(open)
  if (groups.length === 0)
    return (
      <p className="checks-clear">
        <Icon name="check" /> The checks found nothing to look at.
      </p>
    )
  return (
    <section
      className={`checks-summary ${stops > 0 ? 'tone-needs-you' : 'tone-waits'}`}
      aria-label="Before you publish"
    >
      <h3>{stops > 0 ? stopsWords(stops) : looksWords(open.length)}</h3>
      <ul>
        {groups.slice(0, SHOWN).map(([first, ...others]) =>
          first ? (
            <li key={first.rule}>
              <span dir="auto">
                {first.sentence}
                {others.length > 0 && ` And ${others.length} more.`}
              </span>
              {first.where.in !== 'post' && (
                <Button
                  look="link"
                  aria-label={`Show: ${first.sentence}`}
                  onPress={() => {
                    onGone()
                    // After the dialog gave the focus back to where it was.
                    setTimeout(() => checks.goTo(first), 0)
                  }}
                >
                  Show
                </Button>
              )}
            </li>
          ) : null,
        )}
      </ul>
      {groups.length > SHOWN && <p>And {groups.length - SHOWN} more in “Before you publish”.</p>}
    </section>
  )
}
