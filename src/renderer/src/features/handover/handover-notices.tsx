import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import { takenLines } from '../../../../shared/handover-sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { longTime } from '../../ui/times.ts'
import { WaitingList } from './handover-contents.tsx'
import './handover.css'

/** Over every screen: this desk was handed over, and until it is read, what came to it in a file. */
export function HandoverNotices() {
  return (
    <>
      <HandedOverNotice />
      <ArrivedDialog />
    </>
  )
}

function HandedOverNotice() {
  const { core } = useCore()
  const handedOver = useQuery(core.handover.handedOver.queryOptions()).data
  const stay = useMutation(core.handover.stayInUse.mutationOptions())
  if (!handedOver) return null
  const { use, at, waiting } = handedOver
  return (
    <section className="state-banner tone-waits" aria-label="This desk was handed over">
      <output>
        {use === 'move' ? 'This desk was moved to another laptop' : 'This desk was handed over'} on {longTime(at)}.{' '}
        {waiting === 0
          ? 'Nothing waits here.'
          : `${waiting === 1 ? '1 thing is' : `${waiting} things are`} held here and asked about before it goes: look on the other laptop first.`}
      </output>
      <Button isPending={stay.isPending} onPress={() => stay.mutate()}>
        It stays in use
      </Button>
    </section>
  )
}

function ArrivedDialog() {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const arrived = useQuery(core.handover.arrived.queryOptions()).data
  const read = useMutation(core.handover.noteArrivedRead.mutationOptions())
  if (!arrived) return null
  const { sentBy, takenAt, needSignIn, contents } = arrived
  return (
    <Dialog title="What came to this desk" isOpen isKept onClose={() => read.mutate()}>
      <p>
        From <strong>{sentBy === '' ? 'somebody' : <bdi>{sentBy}</bdi>}</strong>, taken in on {longTime(takenAt)}.
      </p>
      <ul className="handover-lines" aria-label="What became of it">
        {takenLines(arrived).map((line) => (
          <li key={line}>{line}.</li>
        ))}
      </ul>
      <WaitingList contents={contents} />
      {needSignIn.length > 0 && (
        <p>
          Nobody is signed in to <bdi>{needSignIn.join(', ')}</bdi> on this laptop. Everything can be written; nothing
          goes and nothing comes until somebody signs in.
        </p>
      )}
      <div className="dialog-actions">
        {needSignIn.length > 0 && (
          <Button
            onPress={() => {
              read.mutate()
              navigate('/connect')
            }}
          >
            Sign in…
          </Button>
        )}
        <Button look="primary" autoFocus isPending={read.isPending} onPress={() => read.mutate()}>
          I have read it
        </Button>
      </div>
    </Dialog>
  )
}
