import type { ShareLength } from '../../../../shared/share/count-share-text.ts'

interface ShareLineLengthProps {
  length: ShareLength
  /** For whoever hears the field. */
  id: string
  /** “Mastodon” */
  where: string
  hasAddress: boolean
}

const number = (count: number): string => count.toLocaleString('en-GB')

/** “123 of 280”. Too long is told in words and once, not with each key; nothing is cut and nothing stopped. */
export function ShareLineLength({ length, id, where, hasAddress }: ShareLineLengthProps) {
  const { count, limit, isOver } = length
  return (
    <>
      <span id={id} className={isOver ? 'field-error' : 'field-hint'}>
        {limit === null
          ? `${number(count)} ${count === 1 ? 'character' : 'characters'}`
          : `${number(count)} of ${number(limit)}`}
        {hasAddress && ' with the address'}
        {isOver && limit !== null && ` – ${number(count - limit)} too many`}
      </span>
      <output className="visually-hidden">{isOver ? `Too long for ${where}` : ''}</output>
    </>
  )
}
