import { t } from '../../../../shared/words/t.ts'
import type { ShareLength } from '../../../../shared/share/count-share-text.ts'

interface ShareLineLengthProps {
  length: ShareLength
  /** For whoever hears the field. */
  id: string
  /** “Mastodon” */
  where: string
  hasAddress: boolean
}

/** “123 of 280”. Too long is told in words and once, not with each key; nothing is cut and nothing stopped. */
export function ShareLineLength({ length, id, where, hasAddress }: ShareLineLengthProps) {
  const { isOver } = length
  return (
    <>
      <span id={id} className={isOver ? 'field-error' : 'field-hint'}>
        {lengthWords(length, hasAddress)}
      </span>
      <output className="visually-hidden">{isOver ? t('Too long for {where}', { where }) : ''}</output>
    </>
  )
}

function lengthWords({ count, limit, isOver }: ShareLength, hasAddress: boolean): string {
  if (limit === null)
    return hasAddress
      ? t('{count, plural, one {# character} other {# characters}} with the address', { count })
      : t('{count, plural, one {# character} other {# characters}}', { count })
  const over = count - limit
  if (!isOver)
    return hasAddress
      ? t('{count, number} of {limit, number} with the address', { count, limit })
      : t('{count, number} of {limit, number}', { count, limit }, 'characters that are taken')
  return hasAddress
    ? t('{count, number} of {limit, number} with the address – {over, number} too many', { count, limit, over })
    : t('{count, number} of {limit, number} – {over, number} too many', { count, limit, over })
}
