import { useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { faultWords, managedLines, managedWords } from './policy-words.ts'

/** What the organisation decided for this desk, why, and what of it could not be read. Nothing, where nobody manages it. */
export function ManagedSection() {
  const { core } = useCore()
  const status = useQuery(core.settings.policy.queryOptions()).data
  if (!status?.inForce) return null
  const faults = faultWords(status)
  return (
    <section className="managed" aria-labelledby="managed-title">
      <h3 id="managed-title" className="field-label">
        {t('Fixed on this desk')}
      </h3>
      <p className="field-hint">
        <bdi>{managedWords(status.inForce)}</bdi>
      </p>
      {faults.length > 0 && (
        <div className="state-banner tone-needs-you">
          <div>
            {faults.map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
            <p>{t('Your IT can put it right; the log says the same.')}</p>
          </div>
        </div>
      )}
      <dl>
        {managedLines(status.inForce).map(({ field, label, value }) => (
          <div key={field}>
            <dt className="field-hint">{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
