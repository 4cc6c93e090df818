import type { ReaderAddress as Address } from '../../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'

/** Only there because somebody asked for it. */
export function ReaderAddress({ address, onHide }: { address: Address; onHide: () => void }) {
  const { email, ip, website, keptUntil } = address
  return (
    <div className="reader-address">
      <dl className="facts">
        <dt>E-mail</dt>
        <dd>{email === '' ? 'Not given' : <bdi>{email}</bdi>}</dd>
        <dt>Network address</dt>
        <dd>{ip === '' ? 'Not kept by the blog' : <bdi>{ip}</bdi>}</dd>
        {website !== '' && (
          <>
            <dt>Website</dt>
            <dd>
              <bdi>{website}</bdi>
            </dd>
          </>
        )}
      </dl>
      <p className="field-hint">
        {keptUntil === null ? 'Not kept on this laptop.' : `Forgotten on this laptop after ${longTime(keptUntil)}.`}{' '}
        <Button look="link" onPress={onHide}>
          Hide
        </Button>
      </p>
    </div>
  )
}
