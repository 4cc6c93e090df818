import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
import { changesPath } from '../conflict/changes-path.ts'
import { entryChoices } from './entry-choices.ts'
import { PassedSchedule } from './passed-schedule.tsx'
import { questionOf } from './standing-sentence.ts'
import type { EntryActs } from './use-entry-acts.ts'

/** What is most likely wanted of a line in its state; the rest is in the menu beside it. */
export function EntryButtons({ entry, acts }: { entry: OutboxEntry; acts: EntryActs }) {
  const choices = entryChoices(entry)
  const question = questionOf(entry)
  if (question === 'passed-schedule' && entry.postId !== null) {
    return (
      <>
        <PassedSchedule postId={entry.postId} what={entry.what} />
        <Button onPress={() => acts.cancel(entry)}>{t('Leave it as a draft')}</Button>
      </>
    )
  }
  if (question === 'changed-on-both' && entry.postId !== null) {
    return (
      <Link href={changesPath(entry.postId)} className="button">
        {t('See what changed')}
      </Link>
    )
  }
  if (question === 'another-time' && entry.postId !== null) {
    return (
      <Link href={`/writing/${entry.postId}`} className="button">
        {t('Open the post')}
      </Link>
    )
  }
  return (
    <>
      {choices.canUndo && <Button onPress={() => acts.cancel(entry)}>{t('Undo', {}, 'that something is sent')}</Button>}
      {choices.canRelease && (
        <Button onPress={() => acts.release(entry)}>
          {entry.isStopping ? t('Send after all') : t('Let it go', {}, 'send what was kept here')}
        </Button>
      )}
      {choices.canStop && <Button onPress={() => acts.stop(entry)}>{t('Stop', {}, 'sending')}</Button>}
      {choices.canTryNow && entry.state !== 'held' && !entry.isStopping && (
        <Button onPress={() => acts.tryNow(entry)}>{t('Try now')}</Button>
      )}
    </>
  )
}
