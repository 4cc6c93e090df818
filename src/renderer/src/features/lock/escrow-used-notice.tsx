import { useMutation, useQuery } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'

/** Until it was read: nobody opens a desk in the place of its owner without the owner knowing. */
export function EscrowUsedNotice() {
  const { lock } = useCore()
  const state = useQuery(lock.state.queryOptions())
  const read = useMutation(lock.noteEscrowRead.mutationOptions())
  const at = state.data?.escrowUsedAt ?? null
  if (at === null) return null
  return (
    <section className="state-banner tone-needs-you" aria-label={t('The escrow key was used')}>
      <output>
        {t(
          'This desk was opened with the escrow key of your IT department, on {time}, and was given a new passphrase. If you did not know of it, ask them.',
          { time: longTime(at) },
        )}
      </output>
      <Button isPending={read.isPending} onPress={() => read.mutate()}>
        {t('I have read it')}
      </Button>
    </section>
  )
}
