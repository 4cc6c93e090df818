import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { errorSentence } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'

/** As long as no backup can be made, from the day after the last: the desk itself is saved, and nobody would look. */
export function OverdueNotice() {
  const { core } = useCore()
  const list = useQuery(core.backups.list.queryOptions())
  const make = useMutation(core.backups.makeNow.mutationOptions())
  const { backups: [newest] = [], fault = null, isOverdue = false } = list.data ?? {}
  if (!isOverdue || !fault) return null
  const sentence = newest
    ? t('No backup could be made since {time}.', { time: longTime(newest.madeAt) })
    : t('No backup could be made of this desk yet.')
  return (
    <section className="recovery-notice state-banner tone-needs-you" aria-label={t('No backup could be made')}>
      <output>
        {sentence} {t('What you write is saved on this desk as before, but there is no second copy of it.')}{' '}
        {errorSentence(fault).next}
      </output>
      <Button isPending={make.isPending} onPress={() => make.mutate()}>
        {make.isPending ? t('Trying…') : t('Try again now')}
      </Button>
    </section>
  )
}
