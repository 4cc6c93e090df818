import { Link } from 'wouter'
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
  const { isBusy } = acts
  if (question === 'passed-schedule' && entry.postId !== null) {
    return (
      <>
        <PassedSchedule postId={entry.postId} what={entry.what} />
        <Button isPending={isBusy} onPress={() => acts.cancel(entry)}>
          Leave it as a draft
        </Button>
      </>
    )
  }
  if (question === 'changed-on-both' && entry.postId !== null) {
    return (
      <Link href={changesPath(entry.postId)} className="button">
        See what changed
      </Link>
    )
  }
  if (question === 'another-time' && entry.postId !== null) {
    return (
      <Link href={`/writing/${entry.postId}`} className="button">
        Open the post
      </Link>
    )
  }
  return (
    <>
      {choices.canUndo && (
        <Button isPending={isBusy} onPress={() => acts.cancel(entry)}>
          Undo
        </Button>
      )}
      {choices.canRelease && (
        <Button isPending={isBusy} onPress={() => acts.release(entry)}>
          {entry.isStopping ? 'Send after all' : 'Let it go'}
        </Button>
      )}
      {choices.canStop && (
        <Button isPending={isBusy} onPress={() => acts.stop(entry)}>
          Stop
        </Button>
      )}
      {choices.canTryNow && entry.state !== 'held' && !entry.isStopping && (
        <Button isPending={isBusy} onPress={() => acts.tryNow(entry)}>
          Try now
        </Button>
      )}
    </>
  )
}
