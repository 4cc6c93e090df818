import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Recovery } from '../../../../shared/domain/backup.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'

/** Until it was read: the desk was found damaged, and this is what became of it. */
export function RecoveryNotice() {
  const { core } = useCore()
  const recovery = useQuery(core.backups.recovery.queryOptions())
  const read = useMutation(core.backups.noteRecoveryRead.mutationOptions())
  if (!recovery.data) return null
  return (
    <section className="recovery-notice state-banner tone-needs-you" aria-label={t('The desk was mended')}>
      <output>
        {recoverySentence(recovery.data)} {t('The damaged file was kept, for your IT:')}{' '}
        <bdi>{recovery.data.asideFolder}</bdi>
      </output>
      <Button isPending={read.isPending} onPress={() => read.mutate()}>
        {t('I have read it')}
      </Button>
    </section>
  )
}

function recoverySentence({ at, backupMadeAt, salvagedRows, damagedParts }: Recovery): string {
  const from =
    backupMadeAt === null
      ? t('There was no whole backup; what could be read was taken over.')
      : t(
          'It stands on the backup of {time}, with {count, plural, one {# newer entry that could still be read.} other {# newer entries that could still be read.}}',
          { time: longTime(backupMadeAt), count: salvagedRows },
        )
  const lost =
    damagedParts.length === 0
      ? t('Everything could be read.')
      : t('Some of what was written since could not be read: look at your latest posts.')
  const what = t('The file of your desk was damaged on the disk, and was mended on {time}.', { time: longTime(at) })
  return `${what} ${from} ${lost}`
}
