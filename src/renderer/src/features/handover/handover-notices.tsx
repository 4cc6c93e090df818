import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '../../api/queries.ts'
import { takenLines } from '../../../../shared/handover-sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Rich } from '../../ui/rich.tsx'
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
    <section className="state-banner tone-waits" aria-label={t('This desk was handed over')}>
      <output>
        {use === 'move'
          ? t('This desk was moved to another laptop on {time}.', { time: longTime(at) })
          : t('This desk was handed over on {time}.', { time: longTime(at) })}{' '}
        {waiting === 0
          ? t('Nothing waits here.')
          : t(
              '{waiting, plural, one {# thing is} other {# things are}} held here and asked about before it goes: look on the other laptop first.',
              { waiting },
            )}
      </output>
      <Button isPending={stay.isPending} onPress={() => stay.mutate()}>
        {t('It stays in use')}
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
    <Dialog title={t('What came to this desk')} isOpen isKept onClose={() => read.mutate()}>
      <p>
        <Rich
          message="From <name>{sentBy}</name>, taken in on {time}."
          values={{ sentBy: sentBy === '' ? t('somebody', {}, 'whose file it is') : sentBy, time: longTime(takenAt) }}
          parts={{ name: <strong dir="auto" /> }}
        />
      </p>
      <ul className="handover-lines" aria-label={t('What became of it')}>
        {takenLines(arrived).map((line) => (
          <li key={line}>{line}.</li>
        ))}
      </ul>
      <WaitingList contents={contents} />
      {needSignIn.length > 0 && (
        <p>
          <Rich
            message="Nobody is signed in to <names>{blogs}</names> on this laptop. Everything can be written; nothing goes and nothing comes until somebody signs in."
            values={{ blogs: needSignIn.join(', ') }}
            parts={{ names: <bdi /> }}
          />
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
            {t('Sign in…')}
          </Button>
        )}
        <Button look="primary" autoFocus isPending={read.isPending} onPress={() => read.mutate()}>
          {t('I have read it')}
        </Button>
      </div>
    </Dialog>
  )
}
