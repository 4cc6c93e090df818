import type { ReaderAddress as Address } from '../../../../shared/domain/comment.ts'
import { Button } from '../../ui/button.tsx'
import { longTime } from '../../ui/times.ts'
import { t } from '../../../../shared/words/t.ts'

/** Only there because somebody asked for it. */
export function ReaderAddress({ address, onHide }: { address: Address; onHide: () => void }) {
  const { email, ip, website, keptUntil } = address
  return (
    <div className="reader-address">
      <dl className="facts">
        <dt>{t('E-mail')}</dt>
        <dd>{email === '' ? t('Not given', {}, 'an e-mail address') : <bdi>{email}</bdi>}</dd>
        <dt>{t('Network address')}</dt>
        <dd>{ip === '' ? t('Not kept by the blog', {}, 'a network address') : <bdi>{ip}</bdi>}</dd>
        {website !== '' && (
          <>
            <dt>{t('Website')}</dt>
            <dd>
              <bdi>{website}</bdi>
            </dd>
          </>
        )}
      </dl>
      <p className="field-hint">
        {keptUntil === null
          ? t('Not kept on this laptop.')
          : t('Forgotten on this laptop after {time}.', { time: longTime(keptUntil) })}{' '}
        <Button look="link" onPress={onHide}>
          {t('Hide')}
        </Button>
      </p>
    </div>
  )
}
